package org.cortado.layers.loss;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * The base of a loss that is a sum over pairs of elements, one of each of two bottoms.
 *
 * <p>The gradient of bottom 1 is minus that of bottom 0, in losses where it takes one.
 */
abstract class PairLossLayer implements Layer {

  private static final int CHUNK = 2048;

  private final Normalization normalization;
  private final BlockedSum losses;
  private final ElementwiseLoop gradients;
  private final float[][][] chunks;
  private List<Tensor> operands = List.of();
  private FloatBuffer a = Buffers.EMPTY;
  private FloatBuffer b = Buffers.EMPTY;
  private double divisor = 1;
  private float factor;

  PairLossLayer(Backend backend, Normalization normalization) {
    this.normalization = normalization;
    losses = new BlockedSum(backend.parallel(), this::losses);
    gradients = new ElementwiseLoop(backend.parallel(), this::gradients);
    chunks = new float[backend.parallel().threads()][2][CHUNK];
  }

  /** Returns the loss of the first {@code length} pairs. */
  abstract double loss(float[] a, float[] b, int length);

  /** Sets each {@code da[i]} to the derivative of the loss, times a factor. */
  abstract void gradient(float[] a, float[] b, float factor, float[] da, int length);

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    int count = bottom.get(0).count();
    divisor = normalization.divisor(count, count, Pairs.items(bottom), count);
    losses.reshape(count, 1);
    operands = List.of(bottom.get(0).data(), bottom.get(1).data());
    top.get(0).reshape(Shape.of());
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    a = bottom.get(0).data().read();
    b = bottom.get(1).data().read();
    top.get(0).data().write().put(0, (float) (losses.take() / divisor));
  }

  private double losses(int worker, int from, int to) {
    float[][] chunk = chunks[worker];
    double sum = 0;
    for (int at = from; at < to; at += CHUNK) {
      int length = Math.min(CHUNK, to - at);
      a.get(at, chunk[0], 0, length);
      b.get(at, chunk[1], 0, length);
      sum += loss(chunk[0], chunk[1], length);
    }
    return sum;
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    for (int i = 0; i < 2; i++) {
      if (propagateDown[i]) {
        float slope = (float) (top.get(0).diff().read().get(0) / divisor);
        factor = i == 0 ? slope : -slope;
        gradients.run(operands, bottom.get(i).diff());
      }
    }
  }

  private void gradients(float[][] in, float[] out, int length) {
    gradient(in[0], in[1], factor, out, length);
  }
}
