package org.cortado.engine.plugin;

import java.lang.reflect.InvocationTargetException;
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
   * Reads the options of a layer from nothing.
   *
   * @throws PluginException if the record can't be the options of a layer
   */
  void require(LayerDeclaration layer) {
    String subject = "layer type '%s'".formatted(layer.name());
    require(subject, layer.optionsType(), layer.layerClass(), layer.jar());
  }

  /**
   * Reads the options of another part from nothing.
   *
   * @throws PluginException if the record can't be the options of one
   */
  void require(PartDeclaration part) {
    String subject = "%s '%s'".formatted(part.kind(), part.name());
    require(subject, part.options(), part.type(), part.origin());
  }

  /**
   * To read from nothing needs every component's type and default. Cortado's own are held by tests.
   */
  private void require(
      String subject, Class<? extends Record> options, Class<?> culprit, Origin origin) {
    if (!origin.isBuiltIn()) {
      try {
        reader.read(MapNode.empty(Place.whole(origin.name())), options, "", new Problems());
        reader.schema(options);
      } catch (OutOfMemoryError e) {
        throw e;
      } catch (Throwable e) {
        throw new PluginException(
            "%s: %s has options that can't be read: %s"
                .formatted(origin, subject, reason(culprit, e)),
            e);
      }
    }
  }

  private static String reason(Class<?> culprit, Throwable fault) {
    if (fault.getCause() instanceof InvocationTargetException thrown) {
      return fault.getMessage() + ": " + PluginFault.told(culprit, thrown.getTargetException());
    }
    boolean told =
        fault instanceof IllegalStateException || fault instanceof IllegalArgumentException;
    return told ? String.valueOf(fault.getMessage()) : PluginFault.told(culprit, fault);
  }
}
