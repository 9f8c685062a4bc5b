package org.cortado.api.geometry;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.backend.ElementwiseLoop;

/** One thread's workshop: computes a few thousand elements of a stretched shape in the cache. */
final class Chunk {

  /** How many elements are computed at once, at most. */
  static final int SIZE = 2048;

  private final ElementwiseLoop.Kernel kernel;
  private final StretchedReader[] readers;
  private final float[][] operands;
  private final float[] result = new float[SIZE];

  Chunk(ElementwiseLoop.Kernel kernel, List<Stretch> inputs) {
    this.kernel = kernel;
    readers = inputs.stream().map(StretchedReader::new).toArray(StretchedReader[]::new);
    operands = new float[readers.length][SIZE];
  }

  /** Computes the elements from {@code at} on; the array is overwritten by the next call. */
  float[] compute(FloatBuffer[] inputs, int at, int length) {
    for (int i = 0; i < readers.length; i++) {
      readers[i].read(inputs[i], at, operands[i], length);
    }
    kernel.apply(operands, result, length);
    return result;
  }
}
