package org.cortado.engine.net;

import java.util.function.Supplier;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.NumbersException;
import org.cortado.engine.plugin.Crash;
import org.cortado.engine.plugin.PartFailedException;
import org.cortado.engine.plugin.PluginFault;

/** Says of what a layer threw which layer it was. */
final class LayerFault {

  private LayerFault() {}

  /** Runs code of a layer; what it throws names the layer. */
  static <T> T guard(NetLayer layer, String call, Supplier<T> code) {
    try {
      return code.get();
    } catch (Throwable e) { // A plug-in's code may throw anything.
      throw of(layer, e, call);
    }
  }

  /**
   * Returns what to throw instead.
   *
   * @param call what the layer was asked to do: {@code forward}
   * @throws OutOfMemoryError if that is what it threw: it is nobody's in particular
   */
  static RuntimeException of(NetLayer layer, Throwable thrown, String call) {
    Throwable e = PluginFault.unwrapped(thrown);
    String subject = layer.definition().subject();
    if (e instanceof DataException) {
      return new DataException(subject + e.getMessage(), e);
    }
    if (e instanceof NumbersException) {
      return new NumbersException(subject + e.getMessage(), e);
    }
    return new LayerFailedException(subject + words(layer, e, call), e);
  }

  private static String words(NetLayer layer, Throwable e, String call) {
    return e instanceof InvalidLayerException || e instanceof PartFailedException
        ? String.valueOf(e.getMessage())
        : new Crash(layer.wired().layer().declaration(), call, layer.bottoms(), layer.tops())
            .told(e);
  }
}
