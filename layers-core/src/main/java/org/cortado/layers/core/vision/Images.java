package org.cortado.layers.core.vision;

import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;

/** What layers demand of images. */
final class Images {

  private Images() {}

  /** Demands {@code [N x channels x spatial…]} of at least one pixel along each axis. */
  static void requirePixels(Shape input) {
    if (input.axes() < 3) {
      throw new InvalidLayerException(
          "the bottom must be [N x channels x spatial…], but is " + input);
    }
    if (input.dims().subList(2, input.axes()).contains(0)) {
      throw new InvalidLayerException("a spatial axis of the bottom " + input + " is empty");
    }
  }
}
