package org.cortado.api.composite;

import org.cortado.api.ElementwiseLayer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;

/** Gives out what a composite layer goes on reading itself: {@code y = x}. */
@LayerType(
    name = "copy",
    backwardReads = {})
final class CopyLayer extends ElementwiseLayer {

  CopyLayer(Backend backend) {
    super(backend);
  }

  @Override
  protected void forward(float[] x, float[] y, int length) {
    System.arraycopy(x, 0, y, 0, length);
  }

  @Override
  protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
    System.arraycopy(dy, 0, dx, 0, length);
  }
}
