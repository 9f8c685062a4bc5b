package org.cortado.api.window;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Tensor;

/**
 * The greatest cell of each window in plain Java, over any number of spatial axes; remembers which
 * it was.
 */
public final class WindowMaximum extends PlaneMap implements Pooling {

  /** Stands for the place of the greatest cell where a window has none in the image. */
  public static final int NOWHERE = -1;

  private final List<PoolingAxis> axes;
  private final int count;
  private int[] places = {};

  /** Prepares a pooling by the method {@code MAX}. */
  public WindowMaximum(Spec spec, Parallel parallel) {
    this(spec.input().count(0, 2), WindowSpans.of(spec), parallel);
  }

  /** Prepares one of so many planes, with the windows of each axis. */
  public WindowMaximum(int planes, List<WindowSpans> spans, Parallel parallel) {
    this(planes, spans, PoolingAxis.of(spans), parallel);
  }

  private WindowMaximum(
      int planes, List<WindowSpans> spans, List<PoolingAxis> axes, Parallel parallel) {
    super(parallel, PoolingAxis.size(planes, spans, axes), true);
    this.axes = axes;
    count = Math.multiplyExact(planes, size().out());
  }

  /**
   * Overwrites a tensor with the place of each window's greatest cell in its plane, from 0, as the
   * last forward found it; {@link #NOWHERE} where there was none.
   */
  public void writePlaces(Tensor to) {
    Counts.check("the places", to, count);
    FloatBuffer floats = to.write();
    for (int i = 0; i < count; i++) {
      floats.put(i, places[i]);
    }
  }

  @Override
  protected void begin() {
    places = places.length == count ? places : new int[count];
  }

  @Override
  protected void forward(PlaneScratch plane, int index) {
    for (int cell = 0; cell < size().in(); cell++) {
      plane.places()[cell] = cell;
    }
    for (int i = 0; i < axes.size(); i++) {
      take(axes.get(i), plane);
      plane.swap();
    }
    System.arraycopy(plane.places(), 0, places, index * size().out(), size().out());
  }

  private static void take(PoolingAxis pooled, PlaneScratch plane) {
    WindowSpans axis = pooled.spans();
    for (int outer = 0; outer < pooled.outer(); outer++) {
      for (int window = 0; window < axis.out(); window++) {
        int to = (outer * axis.out() + window) * pooled.inner();
        int from = axis.start(window);
        int end = axis.end(window);
        int row = outer * axis.in() * pooled.inner();
        for (int inner = 0; inner < pooled.inner(); inner++) {
          take(plane, row + from * pooled.inner() + inner, end - from, pooled.inner(), to + inner);
        }
      }
    }
  }

  /** Takes the greatest of some cells that are a step apart. */
  private static void take(PlaneScratch plane, int first, int count, int step, int to) {
    float[] values = plane.values();
    int[] places = plane.places();
    int place = NOWHERE;
    float best = Float.NEGATIVE_INFINITY;
    for (int i = 0, at = first; i < count; i++, at += step) {
      float value = values[at];
      if (places[at] != NOWHERE && (place == NOWHERE || beats(value, best))) {
        place = places[at];
        best = value;
      }
    }
    plane.nextPlaces()[to] = place;
    plane.nextValues()[to] = best;
  }

  /** NaN beats every number and is beaten by nothing. */
  private static boolean beats(float challenger, float holder) {
    return challenger > holder || (Float.isNaN(challenger) && !Float.isNaN(holder));
  }

  @Override
  protected void backward(PlaneScratch plane, int index) {
    float[] gradient = plane.values();
    float[] sums = plane.nextValues();
    Arrays.fill(sums, 0, size().in(), 0);
    int first = index * size().out();
    for (int i = 0; i < size().out(); i++) {
      if (places[first + i] != NOWHERE) {
        sums[places[first + i]] += gradient[i];
      }
    }
    plane.swap();
  }

  @Override
  public void close() {}
}
