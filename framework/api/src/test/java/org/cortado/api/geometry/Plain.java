package org.cortado.api.geometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** Tensors on plain memory, and where their elements go, worked out one by one. */
final class Plain {

  private Plain() {}

  /** Returns a tensor. */
  static Tensor tensor(Shape shape, IntToDoubleFunction values) {
    Tensor tensor = new Tensor(shape, Plain::allocate);
    FloatBuffer floats = tensor.write();
    for (int i = 0; i < shape.count(); i++) {
      floats.put(i, (float) values.applyAsDouble(i));
    }
    return tensor;
  }

  /** Returns a tensor of small whole numbers but 0, whose sums are exact in any order. */
  static Tensor random(Random random, Shape shape) {
    return tensor(shape, i -> (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(9)));
  }

  /** Returns a tensor that nothing was written to yet. */
  static Tensor poison(Shape shape) {
    return tensor(shape, i -> Double.NaN);
  }

  private static Memory.Allocation allocate(int count) {
    FloatBuffer floats =
        ByteBuffer.allocateDirect(count * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    return new Memory.Allocation() {

      @Override
      public FloatBuffer floats() {
        return floats;
      }

      @Override
      public void close() {}
    };
  }

  /** Returns the elements. */
  static float[] values(Tensor tensor) {
    float[] values = new float[tensor.count()];
    tensor.read().get(0, values);
    return values;
  }

  /** Returns which element of the input an element of the output is. */
  static int source(Shape input, Shape output, int index) {
    int rest = index;
    int source = 0;
    int stride = 1;
    for (int axis = 1; axis <= output.axes(); axis++) {
      int at = rest % output.dim(-axis);
      rest /= output.dim(-axis);
      if (axis <= input.axes()) {
        source += stride * (input.dim(-axis) == 1 ? 0 : at);
        stride *= input.dim(-axis);
      }
    }
    return source;
  }

  /** Returns a shape of up to five axes. */
  static Shape shape(Random random, int most) {
    int[] dims = new int[random.nextInt(6)];
    int count = 1;
    for (int i = 0; i < dims.length; i++) {
      dims[i] = random.nextInt(40) == 0 ? 0 : 1 + random.nextInt(most);
      dims[i] = (long) dims[i] * count > 300_000 ? 1 : dims[i];
      count *= Math.max(1, dims[i]);
    }
    return Shape.of(dims);
  }

  /** Returns a shape that stretches to another. */
  static Shape shrunk(Random random, Shape output) {
    int axes = random.nextInt(3) == 0 ? random.nextInt(output.axes() + 1) : output.axes();
    int[] dims = new int[axes];
    for (int i = 0; i < axes; i++) {
      dims[i] = random.nextBoolean() ? 1 : output.dim(output.axes() - axes + i);
    }
    return Shape.of(dims);
  }
}
