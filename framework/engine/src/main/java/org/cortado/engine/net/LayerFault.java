package org.cortado.engine.net;

import java.util.List;
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

  /**
   * Returns what to throw instead.
   *
   * @param call what the layer was asked to do: {@code forward}
   * @throws OutOfMemoryError if that is what it threw: it is nobody's in particular
   */
  static RuntimeException of(NetLayer layer, Throwable e, String call) {
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
            declaration.origin(),
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
