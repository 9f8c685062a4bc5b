package org.cortado.engine.plugin;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.definition.Variants;

/** Finds the faults of a plug-in's options that would else be found when a net uses them. */
final class OptionsCheck {

  private final RecordReader reader;
  private final Consumer<PluginException> failures;

  /**
   * Makes one.
   *
   * @param failures is told of what has options that can't be read
   */
  OptionsCheck(Variants variants, Consumer<PluginException> failures) {
    reader = new RecordReader(variants, Path.of(""));
    this.failures = failures;
  }

  /** Returns whether the options of a layer can be read from nothing. */
  boolean accepts(LayerDeclaration layer) {
    String subject = "layer type '%s'".formatted(layer.name());
    return accepts(subject, layer.optionsType(), layer.layerClass(), layer.jar());
  }

  /** Returns whether the options of another part can be read from nothing. */
  boolean accepts(PartDeclaration part) {
    String subject = "%s '%s'".formatted(part.kind(), part.name());
    return accepts(subject, part.options(), part.type(), part.origin());
  }

  /**
   * To read from nothing needs every component's type and default. Cortado's own are held by tests.
   */
  private boolean accepts(
      String subject, Class<? extends Record> options, Class<?> culprit, Origin origin) {
    if (origin.isBuiltIn()) {
      return true;
    }
    try {
      reader.read(MapNode.empty(Place.whole(origin.name())), options, "", new Problems());
      reader.schema(options);
      return true;
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      failures.accept(
          new PluginException(
              "%s: %s has options that can't be read: %s"
                  .formatted(origin, subject, reason(culprit, e)),
              e));
      return false;
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
