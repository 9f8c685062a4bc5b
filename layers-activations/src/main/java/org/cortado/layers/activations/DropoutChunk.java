package org.cortado.layers.activations;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * Some elements on their way through a {@code Dropout}.
 *
 * <p>The compiler vectorises masks of ints alone, so floats become ints by way of a buffer that is
 * seen as both.
 */
final class DropoutChunk {

  private final float[] values;
  private final int[] bits;
  private final int[] numbers;
  private final FloatBuffer floatView;
  private final IntBuffer intView;

  DropoutChunk(int size) {
    values = new float[size];
    bits = new int[size];
    numbers = new int[size];
    ByteBuffer bytes = ByteBuffer.allocateDirect(size * Float.BYTES).order(ByteOrder.nativeOrder());
    floatView = bytes.asFloatBuffer();
    intView = bytes.asIntBuffer();
  }

  void load(FloatBuffer from, int at, int length) {
    from.get(at, values, 0, length);
  }

  void scale(float factor, int length) {
    for (int i = 0; i < length; i++) {
      values[i] *= factor;
    }
  }

  /** Returns where the elements' random numbers are to be put. */
  int[] numbers() {
    return numbers;
  }

  /** Makes those elements 0 whose number, halved, is below {@code least}. */
  void drop(int least, int length) {
    floatView.put(0, values, 0, length);
    intView.get(0, bits, 0, length);
    for (int i = 0; i < length; i++) {
      bits[i] &= (least - 1 - (numbers[i] >>> 1)) >> 31;
    }
    intView.put(0, bits, 0, length);
  }

  void store(FloatBuffer to, int at, int length) {
    to.put(at, floatView, 0, length);
  }
}
