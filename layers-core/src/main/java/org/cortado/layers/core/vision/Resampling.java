package org.cortado.layers.core.vision;

import java.util.Arrays;
import java.util.List;
import org.cortado.api.backend.Parallel;
import org.cortado.api.window.PlaneMap;
import org.cortado.api.window.PlaneScratch;

/**
 * Makes each pixel of a mean of two along each axis, which are taken one by one, the last first.
 */
final class Resampling extends PlaneMap {

  private final List<Axis> axes;

  /** Prepares to resample so many planes along the axes, in their order. */
  Resampling(int planes, List<Axis> axes, Parallel parallel) {
    super(parallel, size(planes, axes), false);
    this.axes = List.copyOf(axes);
  }

  private static Size size(int planes, List<Axis> axes) {
    long in = axes.stream().mapToLong(axis -> axis.in).reduce(1, Math::multiplyExact);
    long most = in;
    long out = in;
    for (int i = axes.size() - 1; i >= 0; i--) {
      out = Math.multiplyExact(out / axes.get(i).in, axes.get(i).out());
      most = Math.max(most, out);
    }
    return new Size(planes, (int) in, (int) out, Math.toIntExact(most));
  }

  /** Which pixels of an axis make which, and how much of the second. */
  static final class Axis {

    private final int in;
    private final int[] first;
    private final int[] second;
    private final float[] ofSecond;

    private Axis(int in, int out) {
      this.in = in;
      first = new int[out];
      second = new int[out];
      ofSecond = new float[out];
    }

    /** Returns one that takes the pixel at {@code ⌊step·i⌋}. */
    static Axis nearest(int in, int out, float step) {
      Axis axis = new Axis(in, out);
      Arrays.setAll(axis.first, i -> Math.min(in - 1, (int) (i * step)));
      System.arraycopy(axis.first, 0, axis.second, 0, out);
      return axis;
    }

    /**
     * Returns one that takes the mean at {@code max(0, step·(i + middle) − middle)}.
     *
     * @param middle where in a pixel its middle is
     */
    static Axis linear(int in, int out, float step, float middle) {
      Axis axis = new Axis(in, out);
      for (int i = 0; i < out; i++) {
        float at = Math.max(0, step * (i + middle) - middle);
        axis.first[i] = Math.min(in - 1, (int) at);
        axis.second[i] = Math.min(in - 1, axis.first[i] + 1);
        axis.ofSecond[i] = Math.min(1, at - axis.first[i]);
      }
      return axis;
    }

    int out() {
      return first.length;
    }
  }

  @Override
  protected void forward(PlaneScratch plane, int index) {
    int outer = size().in();
    int inner = 1;
    for (int i = axes.size() - 1; i >= 0; i--) {
      Axis axis = axes.get(i);
      outer /= axis.in;
      gather(axis, outer, inner, plane.values(), plane.nextValues());
      plane.swap();
      inner *= axis.out();
    }
  }

  private static void gather(Axis axis, int outer, int inner, float[] from, float[] to) {
    for (int row = 0; row < outer; row++) {
      for (int i = 0; i < axis.out(); i++) {
        int first = (row * axis.in + axis.first[i]) * inner;
        int second = (row * axis.in + axis.second[i]) * inner;
        int at = (row * axis.out() + i) * inner;
        float part = axis.ofSecond[i];
        if (part == 0) {
          System.arraycopy(from, first, to, at, inner);
        } else {
          mix(from, first, second, part, to, at, inner);
        }
      }
    }
  }

  private static void mix(
      float[] from, int first, int second, float part, float[] to, int at, int count) {
    for (int i = 0; i < count; i++) {
      to[at + i] = (1 - part) * from[first + i] + part * from[second + i];
    }
  }

  @Override
  protected void backward(PlaneScratch plane, int index) {
    int outer = 1;
    int inner = size().out();
    for (int i = 0; i < axes.size(); i++) {
      Axis axis = axes.get(i);
      inner /= axis.out();
      spread(axis, outer, inner, plane.values(), plane.nextValues());
      plane.swap();
      outer *= axis.in;
    }
  }

  private static void spread(Axis axis, int outer, int inner, float[] from, float[] to) {
    Arrays.fill(to, 0, outer * axis.in * inner, 0);
    for (int row = 0; row < outer; row++) {
      for (int i = 0; i < axis.out(); i++) {
        int at = (row * axis.out() + i) * inner;
        float part = axis.ofSecond[i];
        add(from, at, 1 - part, to, (row * axis.in + axis.first[i]) * inner, inner);
        if (part != 0) {
          add(from, at, part, to, (row * axis.in + axis.second[i]) * inner, inner);
        }
      }
    }
  }

  private static void add(float[] from, int at, float part, float[] to, int sum, int count) {
    for (int i = 0; i < count; i++) {
      to[sum + i] += part * from[at + i];
    }
  }
}
