package org.cortado.api.geometry;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * Element-wise arithmetic on tensors that stretch to one shape, at the speed of memory.
 *
 * <p>An {@link ElementwiseLoop} whose inputs may be repeated. Make one in a layer's constructor and
 * prepare it in {@code reshape}; running it allocates nothing.
 */
public final class BroadcastLoop {

  private static final int GRAIN = 8 * Chunk.SIZE;

  private final Parallel parallel;
  private final Operands operands;
  private final Parallel.Body body = this::run;
  private Stretch result = Stretch.of(Shape.of(0), Shape.of(0));
  private FloatBuffer output = Buffers.EMPTY;

  /** Makes a loop around a kernel. */
  public BroadcastLoop(Parallel parallel, ElementwiseLoop.Kernel kernel) {
    this.parallel = parallel;
    operands = new Operands(parallel.threads(), kernel);
  }

  /** Makes ready for tensors that stretch so, all to one shape. */
  public void prepare(List<Stretch> inputs) {
    Shape output = inputs.get(0).output();
    result = Stretch.of(output, output);
    operands.prepare(inputs);
  }

  /**
   * Overwrites {@code out} with the kernel of the stretched tensors; it may share the memory of
   * those that aren't repeated.
   *
   * @throws IllegalArgumentException if a count is not that of its prepared shape
   */
  public void run(List<Tensor> in, Tensor out) {
    Operands.requireCount(out, result);
    operands.open(in);
    output = out.write();
    parallel.forEach(out.count(), GRAIN, body);
  }

  private void run(int worker, int from, int to) {
    for (int at = from; at < to; at += Chunk.SIZE) {
      int length = Math.min(Chunk.SIZE, to - at);
      output.put(at, operands.compute(worker, at, length), 0, length);
    }
  }
}
