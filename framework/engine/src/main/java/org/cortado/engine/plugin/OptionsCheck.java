package org.cortado.engine.plugin;

import java.nio.file.Path;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.definition.Variants;

/** Finds the faults of a plug-in's options that would else be found when a net uses them. */
final class OptionsCheck {

  private final RecordReader reader;

  OptionsCheck(Variants variants) {
    reader = new RecordReader(variants, Path.of(""));
  }

  /**
   * Reads the options of a layer of a jar from nothing, which needs every default. Those of
   * Cortado's own layers are held by tests.
   *
   * @throws PluginException if the record can't be the options of a layer
   */
  void require(LayerDeclaration layer) {
    if (!layer.jar().isBuiltIn()) {
      try {
        MapNode nothing = MapNode.empty(Place.whole(layer.origin()));
        reader.read(nothing, layer.optionsType(), "", new Problems());
      } catch (OutOfMemoryError e) {
        throw e;
      } catch (Throwable e) {
        throw new PluginException(
            "%s: layer type '%s' has options that can't be read: %s"
                .formatted(layer.origin(), layer.name(), reason(layer, e)),
            e);
      }
    }
  }

  private static String reason(LayerDeclaration layer, Throwable fault) {
    boolean told =
        fault instanceof IllegalStateException || fault instanceof IllegalArgumentException;
    return told ? String.valueOf(fault.getMessage()) : PluginFault.told(layer.layerClass(), fault);
  }
}
