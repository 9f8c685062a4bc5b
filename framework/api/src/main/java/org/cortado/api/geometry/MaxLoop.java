package org.cortado.api.geometry;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * Finds the greatest of what a kernel computes of stretched tensors, and where it is.
 *
 * <p>Of equal ones it finds the first, and NaN counts as greater than all. Make one in a layer's
 * constructor and prepare it in {@code reshape}; running it allocates nothing but, the first time,
 * the places.
 */
public final class MaxLoop {

  private final FoldLoop loop;
  private final FoldLoop.Sink sink = this::store;
  private Stretch result = Stretch.of(Shape.of(0), Shape.of(0));
  private FloatBuffer output = Buffers.EMPTY;
  private int[] places = {};

  /** Makes a loop around a kernel. */
  public MaxLoop(Parallel parallel, ElementwiseLoop.Kernel kernel) {
    loop = new FoldLoop(parallel, kernel, MaxFold::new);
  }

  /**
   * Makes ready.
   *
   * @param greatest how the results stretch to the shape in which they are looked for
   * @param inputs how what the kernel reads stretches to the same
   */
  public void prepare(Stretch greatest, List<Stretch> inputs) {
    result = greatest;
    loop.prepare(greatest, inputs);
  }

  /**
   * Overwrites {@code out} with the greatest; 0 where there is nothing to look at.
   *
   * @throws IllegalArgumentException if a count is not that of its prepared shape
   */
  public void run(List<Tensor> in, Tensor out) {
    Operands.requireCount(out, result);
    if (places.length < out.count()) {
      places = new int[out.count()];
    }
    output = out.write();
    loop.run(in, sink);
  }

  private void store(Fold fold, int from, int to) {
    for (int i = from; i < to; i++) {
      output.put(i, (float) fold.values[i - from]);
      places[i] = fold.places[i - from];
    }
  }

  /** Returns where in the whole the last run found a result; −1 if there was nothing to look at. */
  public int place(int index) {
    return places[index];
  }
}
