package org.cortado.api.window;

import java.util.Arrays;
import java.util.List;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Pooling;

/** The mean of each window in plain Java, over any number of spatial axes. */
public final class WindowAverage extends PlaneMap implements Pooling {

  private final List<PoolingAxis> axes;
  private final float[] cells;

  /** Prepares a pooling by the method {@code AVE} or {@code AVE_INSIDE}. */
  public WindowAverage(Spec spec, Parallel parallel) {
    this(spec.input().count(0, 2), WindowSpans.of(spec), parallel);
  }

  /** Prepares one of so many planes, with the windows of each axis. */
  public WindowAverage(int planes, List<WindowSpans> spans, Parallel parallel) {
    this(planes, spans, PoolingAxis.of(spans), parallel);
  }

  private WindowAverage(
      int planes, List<WindowSpans> spans, List<PoolingAxis> axes, Parallel parallel) {
    super(parallel, PoolingAxis.size(planes, spans, axes), false);
    this.axes = axes;
    cells = cells(axes, size().out());
  }

  /** A window without cells has a sum of 0, whose mean is to be 0. */
  private static float[] cells(List<PoolingAxis> axes, int windows) {
    float[] cells = new float[windows];
    for (int window = 0; window < windows; window++) {
      int rest = window;
      float product = 1;
      for (PoolingAxis axis : axes) {
        product *= axis.spans().cells(rest % axis.spans().out());
        rest /= axis.spans().out();
      }
      cells[window] = Math.max(1, product);
    }
    return cells;
  }

  @Override
  protected void forward(PlaneScratch plane, int index) {
    for (int i = 0; i < axes.size(); i++) {
      gather(axes.get(i), plane.values(), plane.nextValues());
      plane.swap();
    }
    divide(plane.values());
  }

  @Override
  protected void backward(PlaneScratch plane, int index) {
    divide(plane.values());
    for (int i = axes.size() - 1; i >= 0; i--) {
      spread(axes.get(i), plane.values(), plane.nextValues());
      plane.swap();
    }
  }

  private void divide(float[] sums) {
    for (int i = 0; i < cells.length; i++) {
      sums[i] /= cells[i];
    }
  }

  private static void gather(PoolingAxis pooled, float[] from, float[] to) {
    WindowSpans axis = pooled.spans();
    int inner = pooled.inner();
    Arrays.fill(to, 0, pooled.elementsAfter(), 0);
    for (int outer = 0; outer < pooled.outer(); outer++) {
      for (int window = 0; window < axis.out(); window++) {
        int sum = (outer * axis.out() + window) * inner;
        for (int cell = axis.start(window); cell < axis.end(window); cell++) {
          add(from, (outer * axis.in() + cell) * inner, to, sum, inner);
        }
      }
    }
  }

  private static void spread(PoolingAxis pooled, float[] from, float[] to) {
    WindowSpans axis = pooled.spans();
    int inner = pooled.inner();
    Arrays.fill(to, 0, pooled.elementsBefore(), 0);
    for (int outer = 0; outer < pooled.outer(); outer++) {
      for (int window = 0; window < axis.out(); window++) {
        int share = (outer * axis.out() + window) * inner;
        for (int cell = axis.start(window); cell < axis.end(window); cell++) {
          add(from, share, to, (outer * axis.in() + cell) * inner, inner);
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
  public void close() {}
}
