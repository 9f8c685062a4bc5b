package org.cortado.api.geometry;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.blob.Tensor;

/** What a loop reads, and the workshops of its threads. */
final class Operands {

  private final ElementwiseLoop.Kernel kernel;
  private final Chunk[] chunks;
  private List<Stretch> stretches = List.of();
  private FloatBuffer[] buffers = {};

  Operands(int threads, ElementwiseLoop.Kernel kernel) {
    this.kernel = kernel;
    chunks = new Chunk[threads];
  }

  /** Makes ready for operands that stretch so, all to one shape. */
  void prepare(List<Stretch> inputs) {
    stretches = List.copyOf(inputs);
    buffers = new FloatBuffer[inputs.size()];
    for (int worker = 0; worker < chunks.length; worker++) {
      chunks[worker] = new Chunk(kernel, inputs);
    }
  }

  /**
   * Opens the tensors for reading.
   *
   * @throws IllegalArgumentException if their counts are not those of the prepared shapes
   */
  void open(List<Tensor> in) {
    if (in.size() != buffers.length) {
      throw new IllegalArgumentException(
          in.size() + " tensors, but the loop was prepared for " + buffers.length);
    }
    for (int i = 0; i < buffers.length; i++) {
      requireCount(in.get(i), stretches.get(i));
      buffers[i] = in.get(i).read();
    }
  }

  /** Refuses a tensor that has not the count that is stretched. */
  static void requireCount(Tensor tensor, Stretch stretch) {
    if (tensor.count() != stretch.input().count()) {
      throw new IllegalArgumentException(
          tensor.shape() + " has not the count of " + stretch.input());
    }
  }

  /** Computes the elements from {@code at} on, as {@link Chunk#compute} does. */
  float[] compute(int worker, int at, int length) {
    return chunks[worker].compute(buffers, at, length);
  }
}
