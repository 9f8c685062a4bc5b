package org.cortado.api.backend;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;

/**
 * Element-wise arithmetic in plain Java at the speed of memory.
 *
 * <p>Moves chunks of a few thousand floats into {@code float[]}, where the compiler vectorises, and
 * back, on all threads. Make one in a layer's constructor; running it allocates nothing.
 */
public final class ElementwiseLoop {

  /** The greatest length of a chunk. */
  public static final int CHUNK = 2048;

  private static final int GRAIN = 8 * CHUNK;

  private final Parallel parallel;
  private final Kernel kernel;
  private final Parallel.Body body = this::run;
  private final float[][] results;
  private final float[][][] operands;
  private FloatBuffer[] inputs = {};
  private FloatBuffer output = Buffers.EMPTY;

  /** Makes a loop around a kernel. */
  public ElementwiseLoop(Parallel parallel, Kernel kernel) {
    this.parallel = parallel;
    this.kernel = kernel;
    results = new float[parallel.threads()][CHUNK];
    operands = new float[parallel.threads()][0][];
  }

  /** What is computed of one chunk. */
  @FunctionalInterface
  public interface Kernel {

    /**
     * Computes {@code out[i]} of {@code in[0][i]}, {@code in[1][i]}… for the {@code i} below {@code
     * length}. Called by several threads at once.
     */
    void apply(float[][] in, float[] out, int length);
  }

  /**
   * Overwrites {@code out} with the kernel of the tensors {@code in}, which may share its memory.
   *
   * @throws IllegalArgumentException if the counts differ
   */
  public void run(List<Tensor> in, Tensor out) {
    if (inputs.length != in.size()) {
      prepare(in.size());
    }
    for (int i = 0; i < inputs.length; i++) {
      if (in.get(i).count() != out.count()) {
        throw new IllegalArgumentException(in.get(i).shape() + " has not the count of " + out);
      }
      inputs[i] = in.get(i).read();
    }
    output = out.write();
    parallel.forEach(out.count(), GRAIN, body);
  }

  private void prepare(int count) {
    inputs = new FloatBuffer[count];
    for (int worker = 0; worker < operands.length; worker++) {
      operands[worker] = new float[count][CHUNK];
    }
  }

  private void run(int worker, int from, int to) {
    for (int at = from; at < to; at += CHUNK) {
      chunk(operands[worker], results[worker], at, Math.min(CHUNK, to - at));
    }
  }

  private void chunk(float[][] in, float[] out, int at, int length) {
    for (int i = 0; i < in.length; i++) {
      inputs[i].get(at, in[i], 0, length);
    }
    kernel.apply(in, out, length);
    output.put(at, out, 0, length);
  }
}
