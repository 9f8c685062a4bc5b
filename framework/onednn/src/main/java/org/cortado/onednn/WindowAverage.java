package org.cortado.onednn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Tensor;

/**
 * The mean of each window in plain Java, for windows whose cells oneDNN counts otherwise than
 * Caffe.
 */
final class WindowAverage implements Pooling {

  private final Spec spec;
  private final Parallel parallel;
  private final List<PoolingAxis> axes;
  private final int inputSize;
  private final int outputSize;
  private final float[] cells;
  private final PlaneScratch[] scratch;

  WindowAverage(Spec spec, Parallel parallel) {
    this.spec = spec;
    this.parallel = parallel;
    axes = PoolingAxis.of(spec);
    inputSize = spec.input().count(2);
    outputSize = spec.output().count(2);
    cells = cells(axes, outputSize);
    scratch = new PlaneScratch[parallel.threads()];
    Arrays.setAll(scratch, worker -> new PlaneScratch(axes, false));
  }

  /** A window without cells has a sum of 0, whose mean is to be 0. */
  private static float[] cells(List<PoolingAxis> axes, int windows) {
    float[] cells = new float[windows];
    for (int window = 0; window < windows; window++) {
      int rest = window;
      int product = 1;
      for (PoolingAxis axis : axes) {
        product *= axis.cells(rest % axis.out());
        rest /= axis.out();
      }
      cells[window] = Math.max(1, product);
    }
    return cells;
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
    for (PoolingAxis axis : axes) {
      gather(axis, plane.values(), plane.nextValues());
      plane.swap();
    }
    divide(plane.values());
    to.put(index * outputSize, plane.values(), 0, outputSize);
  }

  private void divide(float[] sums) {
    for (int i = 0; i < outputSize; i++) {
      sums[i] /= cells[i];
    }
  }

  private static void gather(PoolingAxis axis, float[] from, float[] to) {
    Arrays.fill(to, 0, axis.elementsAfter(), 0);
    for (int outer = 0; outer < axis.outer(); outer++) {
      for (int window = 0; window < axis.out(); window++) {
        int sum = (outer * axis.out() + window) * axis.inner();
        for (int cell = axis.start(window); cell < axis.end(window); cell++) {
          add(from, (outer * axis.in() + cell) * axis.inner(), to, sum, axis.inner());
        }
      }
    }
  }

  private static void spread(PoolingAxis axis, float[] from, float[] to) {
    Arrays.fill(to, 0, axis.elementsBefore(), 0);
    for (int outer = 0; outer < axis.outer(); outer++) {
      for (int window = 0; window < axis.out(); window++) {
        int share = (outer * axis.out() + window) * axis.inner();
        for (int cell = axis.start(window); cell < axis.end(window); cell++) {
          add(from, share, to, (outer * axis.in() + cell) * axis.inner(), axis.inner());
        }
      }
    }
  }

  private static void add(float[] from, int at, float[] to, int sum, int count) {
    for (int i = 0; i < count; i++) {
      to[sum + i] += from[at + i];
    }
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
            backward(scratch[worker], from, to, plane);
          }
        });
  }

  private void backward(PlaneScratch plane, FloatBuffer from, FloatBuffer to, int index) {
    from.get(index * outputSize, plane.values(), 0, outputSize);
    divide(plane.values());
    for (int i = axes.size() - 1; i >= 0; i--) {
      spread(axes.get(i), plane.values(), plane.nextValues());
      plane.swap();
    }
    to.put(index * inputSize, plane.values(), 0, inputSize);
  }

  @Override
  public void close() {}
}
