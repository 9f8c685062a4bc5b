package org.cortado.api.filler;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;

/**
 * Draws each element uniformly from {@code [0, 1)}, then scales the {@code count / shape[0]}
 * elements of each output so that they sum to 1.
 *
 * <p>Caffe's positive_unitball. An output that drew nothing but zeros gets equal elements, where
 * Caffe divides by 0. A scalar is one output.
 */
@TypeName("positive_unitball")
@Help("at least 0, the values of each output summing to 1")
public record PositiveUnitballFiller() implements Filler {

  @Override
  public void fill(FloatBuffer values, Shape shape, RandomStream random) {
    new UniformFiller(0, 1).fill(values, shape, random);
    int outputs = shape.axes() == 0 ? 1 : shape.dim(0);
    for (int output = 0; output < outputs; output++) {
      int size = shape.count() / outputs;
      scale(values, output * size, (output + 1) * size);
    }
  }

  private static void scale(FloatBuffer values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values.get(i);
    }
    for (int i = from; i < to; i++) {
      values.put(i, (float) (sum == 0 ? 1.0 / (to - from) : values.get(i) / sum));
    }
  }
}
