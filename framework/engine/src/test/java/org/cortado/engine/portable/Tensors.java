package org.cortado.engine.portable;

import java.nio.FloatBuffer;
import java.util.Random;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** Makes and reads tensors for tests. */
final class Tensors {

  private Tensors() {}

  /**
   * Returns a tensor of small whole numbers, whose sums of products are exact: an implementation
   * that differs from a plain loop by more than the order of its sums is found out by equality.
   */
  static Tensor whole(Random random, int... dims) {
    return filled(Shape.of(dims), () -> random.nextInt(9) - 4);
  }

  /** Returns a tensor of numbers of the standard normal distribution. */
  static Tensor normal(Random random, int... dims) {
    return filled(Shape.of(dims), () -> (float) random.nextGaussian());
  }

  /** Returns a tensor of NaN, which shows what an operation left unwritten. */
  static Tensor unwritten(int... dims) {
    return filled(Shape.of(dims), () -> Float.NaN);
  }

  /** Returns a tensor with the given elements. */
  static Tensor of(float... values) {
    Tensor tensor = new Tensor(Shape.of(values.length), new DirectMemory());
    tensor.write().put(0, values);
    return tensor;
  }

  /** Returns the elements. */
  static float[] values(Tensor tensor) {
    float[] values = new float[tensor.count()];
    tensor.read().get(0, values);
    return values;
  }

  private static Tensor filled(Shape shape, Numbers numbers) {
    Tensor tensor = new Tensor(shape, new DirectMemory());
    FloatBuffer floats = tensor.write();
    for (int i = 0; i < tensor.count(); i++) {
      floats.put(i, numbers.next());
    }
    return tensor;
  }

  private interface Numbers {

    float next();
  }
}
