package org.cortado.engine.portable;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.backend.Pooling.Method;
import org.cortado.api.backend.Pooling.Spec;

/** Pools the slow way: element by element, in double precision. */
final class PlainPooling {

  private static final int NONE = -1;

  private final Spec spec;
  private final List<Integer> in;
  private final List<Integer> out;
  private final WindowWalk walk;
  private final int planes;

  PlainPooling(Spec spec) {
    this.spec = spec;
    in = spec.input().dims().subList(2, spec.input().axes());
    out = IntStream.range(0, spec.spatialAxes()).mapToObj(spec::outputSize).toList();
    List<Integer> dilation = Collections.nCopies(in.size(), 1);
    walk = new WindowWalk(in, out, spec.kernel(), spec.stride(), spec.pad(), dilation);
    planes = spec.input().dim(0) * spec.input().dim(1);
  }

  float[] forward(float[] x) {
    return switch (spec.method()) {
      case MAX -> max(x);
      case AVE, AVE_INSIDE -> mean(x);
    };
  }

  float[] backward(float[] x, float[] dy) {
    return switch (spec.method()) {
      case MAX -> maxGradient(x, dy);
      case AVE, AVE_INSIDE -> meanGradient(dy);
    };
  }

  private float[] max(float[] x) {
    int[] winners = winners(x);
    float[] y = new float[winners.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[winners[i]];
    }
    return y;
  }

  private float[] maxGradient(float[] x, float[] dy) {
    int[] winners = winners(x);
    float[] dx = new float[x.length];
    for (int i = 0; i < dy.length; i++) {
      dx[winners[i]] += dy[i];
    }
    return dx;
  }

  private int[] winners(float[] x) {
    int[] winners = new int[planes * walk.windows()];
    Arrays.fill(winners, NONE);
    for (int plane = 0; plane < planes; plane++) {
      int first = plane;
      walk.walk(
          (window, element, pixel) ->
              challenge(
                  winners, first * walk.windows() + window, x, first * walk.pixels() + pixel));
    }
    return winners;
  }

  private static void challenge(int[] winners, int window, float[] x, int pixel) {
    int winner = winners[window];
    if (winner == NONE || Float.compare(x[pixel] + 0f, x[winner] + 0f) > 0) { // -0 equals 0
      winners[window] = pixel;
    }
  }

  private float[] mean(float[] x) {
    double[] sums = new double[planes * walk.windows()];
    for (int plane = 0; plane < planes; plane++) {
      int first = plane;
      walk.walk(
          (window, element, pixel) ->
              sums[first * walk.windows() + window] += x[first * walk.pixels() + pixel]);
    }
    float[] y = new float[sums.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = (float) (sums[i] / cells(i % walk.windows()));
    }
    return y;
  }

  private float[] meanGradient(float[] dy) {
    float[] dx = new float[planes * walk.pixels()];
    for (int plane = 0; plane < planes; plane++) {
      int first = plane;
      walk.walk(
          (window, element, pixel) ->
              dx[first * walk.pixels() + pixel] +=
                  dy[first * walk.windows() + window] / cells(window));
    }
    return dx;
  }

  /** Counts the cells of a window, in the image and maybe its padding, one by one. */
  private int cells(int window) {
    int cells = 0;
    for (int element = 0; element < walk.elements(); element++) {
      cells += counts(window, element) ? 1 : 0;
    }
    return Math.max(1, cells);
  }

  private boolean counts(int window, int element) {
    for (int axis = 0; axis < in.size(); axis++) {
      int at =
          WindowWalk.coordinate(out, window, axis) * spec.stride().get(axis)
              + WindowWalk.coordinate(spec.kernel(), element, axis);
      int pad = spec.pad().get(axis);
      int first = spec.method() == Method.AVE ? 0 : pad;
      if (at < first || at >= in.get(axis) + 2 * pad - first) {
        return false;
      }
    }
    return true;
  }
}
