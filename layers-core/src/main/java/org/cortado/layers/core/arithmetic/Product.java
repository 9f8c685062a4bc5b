package org.cortado.layers.core.arithmetic;

import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.backend.Kernels;

/** {@code y = x_0 · x_1 · …}; each gradient is the product of {@code dy} and the others. */
final class Product implements Combination {

  @Override
  public void forward(float[][] x, float[] y, int length) {
    Kernels.product(x, y, length);
  }

  @Override
  public List<Integer> reads(int bottom, int bottoms) {
    return IntStream.range(0, bottoms).filter(other -> other != bottom).boxed().toList();
  }

  @Override
  public void backward(int bottom, float[][] in, float[] dx, int length) {
    Kernels.product(in, dx, length);
  }
}
