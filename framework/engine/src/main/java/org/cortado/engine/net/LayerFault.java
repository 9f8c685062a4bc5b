package org.cortado.engine.net;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.NumbersException;
import org.cortado.api.blob.Blob;
import org.cortado.engine.plugin.LayerDeclaration;
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
    return new LayerFailedException(
        subject + (e instanceof InvalidLayerException ? e.getMessage() : crash(layer, e, call)), e);
  }

  private static String crash(NetLayer layer, Throwable e, String call) {
    LayerDeclaration declaration = layer.wired().layer().declaration();
    return "%s failed in %s, on %s and %s: %s"
        .formatted(
            call,
            PluginFault.jar(declaration.origin(), e),
            shapes("bottoms", layer.bottoms()),
            shapes("tops", layer.tops()),
            PluginFault.told(declaration.layerClass(), e));
  }

  private static String shapes(String what, List<Blob> blobs) {
    return blobs.isEmpty()
        ? "no " + what
        : what
            + " "
            + blobs.stream().map(blob -> blob.shape().toString()).collect(Collectors.joining(", "));
  }
}
