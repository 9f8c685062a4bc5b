package org.cortado.api.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementwiseLoopTest {

  @AutoClose private final WorkerPool pool = new WorkerPool(2);

  private static Tensor tensor(int count) {
    Tensor tensor = new Tensor(Shape.of(count), ElementwiseLoopTest::allocate);
    FloatBuffer floats = tensor.write();
    for (int i = 0; i < count; i++) {
      floats.put(i, i);
    }
    return tensor;
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

  private static void sum(float[][] in, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = in[0][i] + 2 * in[1][i];
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2047, 2048, 2049, 16384, 40000, 100_001})
  void computesEveryElement(int count) {
    ElementwiseLoop loop = new ElementwiseLoop(pool, ElementwiseLoopTest::sum);
    Tensor out = tensor(count);
    loop.run(List.of(tensor(count), tensor(count)), out);
    for (int i = 0; i < count; i++) {
      assertThat(out.read().get(i)).isEqualTo(3 * i);
    }
  }

  @Test
  void overwritesAnInput() {
    ElementwiseLoop loop = new ElementwiseLoop(pool, ElementwiseLoopTest::sum);
    Tensor inAndOut = tensor(50_000);
    loop.run(List.of(inAndOut, inAndOut), inAndOut);
    assertThat(inAndOut.read().get(49_999)).isEqualTo(3 * 49_999);
  }

  @Test
  void takesAnotherNumberOfInputsNextTime() {
    ElementwiseLoop loop =
        new ElementwiseLoop(
            pool,
            (in, out, length) -> {
              for (int i = 0; i < length; i++) {
                out[i] = in.length;
              }
            });
    Tensor out = tensor(1);
    loop.run(List.of(out), out);
    assertThat(out.read().get(0)).isEqualTo(1);
    loop.run(List.of(out, out, out), out);
    assertThat(out.read().get(0)).isEqualTo(3);
    loop.run(List.of(), out);
    assertThat(out.read().get(0)).isZero();
  }

  @Test
  void refusesTensorsOfDifferentCounts() {
    ElementwiseLoop loop = new ElementwiseLoop(pool, ElementwiseLoopTest::sum);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loop.run(List.of(tensor(3), tensor(2)), tensor(3)))
        .withMessage("[2] has not the count of Tensor[3]");
  }
}
