package org.cortado.api.geometry;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * Sums what a kernel computes of stretched tensors, at the speed of memory: a reduction, or the
 * gradient of what was stretched.
 *
 * <p>Sums are in double precision, by a tree that the shapes alone determine. Make one in a layer's
 * constructor and prepare it in {@code reshape}; running it allocates nothing.
 */
public final class SumLoop {

  private final FoldLoop loop;
  private final BroadcastLoop copying;
  private final DoubleUnaryOperator finish;
  private final boolean plain;
  private final FoldLoop.Sink overwriting = this::overwrite;
  private final FoldLoop.Sink adding = this::add;
  private Stretch result = Stretch.of(Shape.of(0), Shape.of(0));
  private List<Stretch> operands = List.of();
  private boolean ready;
  private FloatBuffer output = Buffers.EMPTY;

  /** Makes a loop around a kernel. */
  public SumLoop(Parallel parallel, ElementwiseLoop.Kernel kernel) {
    this(parallel, kernel, sum -> sum, true);
  }

  /** Makes a loop around a kernel whose sums are not the result but what it is computed of. */
  public SumLoop(Parallel parallel, ElementwiseLoop.Kernel kernel, DoubleUnaryOperator finish) {
    this(parallel, kernel, finish, false);
  }

  private SumLoop(
      Parallel parallel, ElementwiseLoop.Kernel kernel, DoubleUnaryOperator finish, boolean plain) {
    loop = new FoldLoop(parallel, kernel, SumFold::new);
    copying = new BroadcastLoop(parallel, kernel);
    this.finish = finish;
    this.plain = plain;
  }

  /**
   * Makes ready.
   *
   * @param sums how the sums stretch to the shape that is summed
   * @param inputs how what the kernel reads stretches to the same
   */
  public void prepare(Stretch sums, List<Stretch> inputs) {
    result = sums;
    operands = List.copyOf(inputs);
    ready = false;
    if (plain && sums.isWhole()) {
      copying.prepare(inputs);
    } else {
      prepareSums();
    }
  }

  private void prepareSums() {
    if (!ready) {
      loop.prepare(result, operands);
      ready = true;
    }
  }

  /**
   * Overwrites {@code out} with the sums; where nothing is repeated it may share the memory of the
   * inputs.
   *
   * @throws IllegalArgumentException if a count is not that of its prepared shape
   */
  public void run(List<Tensor> in, Tensor out) {
    if (plain && result.isWhole()) {
      copying.run(in, out);
    } else {
      Operands.requireCount(out, result);
      output = out.write();
      loop.run(in, overwriting);
    }
  }

  /**
   * Adds the sums to {@code out}, as is done to the diffs of parameters.
   *
   * @throws IllegalArgumentException if a count is not that of its prepared shape
   */
  public void add(List<Tensor> in, Tensor out) {
    if (out.isClear()) {
      run(in, out);
    } else {
      Operands.requireCount(out, result);
      prepareSums();
      output = out.update();
      loop.run(in, adding);
    }
  }

  private void overwrite(Fold fold, int from, int to) {
    for (int i = from; i < to; i++) {
      output.put(i, (float) finish.applyAsDouble(fold.values[i - from]));
    }
  }

  private void add(Fold fold, int from, int to) {
    for (int i = from; i < to; i++) {
      output.put(i, (float) (output.get(i) + finish.applyAsDouble(fold.values[i - from])));
    }
  }
}
