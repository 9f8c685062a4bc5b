package org.cortado.engine.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** Makes and reads tensors for tests. */
final class Tensors {

  private Tensors() {}

  static Tensor empty(int... dims) {
    return new Tensor(Shape.of(dims), Tensors::allocate);
  }

  static Tensor of(Shape shape, float... values) {
    Tensor tensor = new Tensor(shape, Tensors::allocate);
    tensor.write().put(0, values);
    return tensor;
  }

  static float[] values(Tensor tensor) {
    float[] values = new float[tensor.count()];
    tensor.read().get(0, values);
    return values;
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
}
