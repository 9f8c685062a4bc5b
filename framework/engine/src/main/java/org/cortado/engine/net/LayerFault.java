package org.cortado.engine.net;

import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.NumbersException;
import org.cortado.api.blob.Blob;

/** Says of what a layer threw which layer it was. */
final class LayerFault {

  private LayerFault() {}

  static RuntimeException of(NetLayer layer, Throwable e, String pass) {
    String subject = layer.definition().subject();
    if (e instanceof DataException) {
      return new DataException(subject + e.getMessage(), e);
    }
    if (e instanceof NumbersException) {
      return new NumbersException(subject + e.getMessage(), e);
    }
    if (e instanceof InvalidLayerException) {
      return new LayerFailedException(subject + e.getMessage(), e);
    }
    return new LayerFailedException(
        "%s%s failed on bottoms %s, in %s: %s"
            .formatted(
                subject,
                pass,
                layer.bottoms().stream().map(Blob::shape).toList(),
                layer.wired().layer().declaration().origin(),
                e),
        e);
  }
}
