package org.cortado.layers.core.shape;

import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/**
 * The base of a layer that gives its bottom another shape: the top's data and diff are the bottom's
 * own memory, and neither pass does anything.
 */
abstract class ViewLayer implements Layer {

  /**
   * Returns the shape of the top, with as many elements as that of the bottom.
   *
   * @throws org.cortado.api.InvalidLayerException if the layer can't take this shape
   */
  abstract Shape viewed(Shape bottom);

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    Blob x = bottom.get(0);
    top.get(0).reshape(viewed(x.shape()));
    top.get(0).share(x);
  }

  /** Does nothing: the top is the bottom under another shape. */
  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {}

  /** Does nothing: the top is the bottom under another shape. */
  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
}
