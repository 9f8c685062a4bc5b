package org.cortado.onednn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Tensor;

/**
 * The greatest cell of each window in plain Java: for windows that oneDNN can't do, and for images
 * with a NaN, which it passes over.
 */
final class WindowMaximum implements Pooling {

  private static final int NOWHERE = -1;

  private final Spec spec;
  private final Parallel parallel;
  private final List<PoolingAxis> axes;
  private final int inputSize;
  private final int outputSize;
  private final int[] places;
  private final PlaneScratch[] scratch;

  WindowMaximum(Spec spec, Parallel parallel) {
    this.spec = spec;
    this.parallel = parallel;
    axes = PoolingAxis.of(spec);
    inputSize = spec.input().count(2);
    outputSize = spec.output().count(2);
    places = new int[spec.output().count()];
    scratch = new PlaneScratch[parallel.threads()];
    Arrays.setAll(scratch, worker -> new PlaneScratch(axes, true));
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Counts.check("x", x, spec.input().count());
    Counts.check("y", y, spec.output().count());
    FloatBuffer from = x.read();
    FloatBuffer to = y.write();
    parallel.forEach(
        spec.input().count(0, 2),
        1,
        (worker, first, end) -> {
          for (int plane = first; plane < end; plane++) {
            forward(scratch[worker], from, to, plane);
          }
        });
  }

  private void forward(PlaneScratch plane, FloatBuffer from, FloatBuffer to, int index) {
    from.get(index * inputSize, plane.values(), 0, inputSize);
    for (int cell = 0; cell < inputSize; cell++) {
      plane.places()[cell] = cell;
    }
    for (PoolingAxis axis : axes) {
      take(axis, plane);
      plane.swap();
    }
    to.put(index * outputSize, plane.values(), 0, outputSize);
    System.arraycopy(plane.places(), 0, places, index * outputSize, outputSize);
  }

  private static void take(PoolingAxis axis, PlaneScratch plane) {
    for (int outer = 0; outer < axis.outer(); outer++) {
      for (int window = 0; window < axis.out(); window++) {
        int to = (outer * axis.out() + window) * axis.inner();
        for (int inner = 0; inner < axis.inner(); inner++) {
          int best = winner(axis, plane, outer * axis.in(), window, inner);
          plane.nextPlaces()[to + inner] = best == NOWHERE ? NOWHERE : plane.places()[best];
          plane.nextValues()[to + inner] =
              best == NOWHERE ? Float.NEGATIVE_INFINITY : plane.values()[best];
        }
      }
    }
  }

  private static int winner(PoolingAxis axis, PlaneScratch plane, int row, int window, int inner) {
    int best = NOWHERE;
    for (int cell = axis.start(window); cell < axis.end(window); cell++) {
      int at = (row + cell) * axis.inner() + inner;
      boolean empty = plane.places()[at] == NOWHERE;
      if (!empty && (best == NOWHERE || beats(plane.values()[at], plane.values()[best]))) {
        best = at;
      }
    }
    return best;
  }

  private static boolean beats(float challenger, float holder) {
    return challenger > holder || (Float.isNaN(challenger) && !Float.isNaN(holder));
  }

  @Override
  public void backward(Tensor dy, Tensor dx) {
    Counts.check("dy", dy, spec.output().count());
    Counts.check("dx", dx, spec.input().count());
    FloatBuffer from = dy.read();
    FloatBuffer to = dx.write();
    parallel.forEach(
        spec.input().count(0, 2),
        1,
        (worker, first, end) -> {
          for (int plane = first; plane < end; plane++) {
            backward(scratch[worker].values(), from, to, plane);
          }
        });
  }

  private void backward(float[] sums, FloatBuffer from, FloatBuffer to, int plane) {
    Arrays.fill(sums, 0, inputSize, 0);
    for (int i = plane * outputSize; i < (plane + 1) * outputSize; i++) {
      if (places[i] != NOWHERE) {
        sums[places[i]] += from.get(i);
      }
    }
    to.put(plane * inputSize, sums, 0, inputSize);
  }

  @Override
  public void close() {}
}
