package org.cortado.api.window;

import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Pooling;
import org.cortado.api.promise.Stable;

/**
 * How windows lie along one spatial axis.
 *
 * @param in the size of the image
 * @param out how many windows there are
 * @param kernel the elements of a window
 * @param stride the steps between windows
 * @param pad the cells before the image
 * @param dilation the steps between the elements of a window
 */
@Stable(since = "0.1")
public record WindowAxis(int in, int out, int kernel, int stride, int pad, int dilation) {

  /** Returns the spatial axes of a convolution. */
  public static List<WindowAxis> of(Convolution.Spec spec) {
    return IntStream.range(0, spec.spatialAxes())
        .mapToObj(
            i ->
                new WindowAxis(
                    spec.input().dim(2 + i),
                    spec.outputSize(i),
                    spec.kernel().get(i),
                    spec.stride().get(i),
                    spec.pad().get(i),
                    spec.dilation().get(i)))
        .toList();
  }

  /** Returns the spatial axes of a pooling. */
  public static List<WindowAxis> of(Pooling.Spec spec) {
    return IntStream.range(0, spec.spatialAxes())
        .mapToObj(
            i ->
                new WindowAxis(
                    spec.input().dim(2 + i),
                    spec.outputSize(i),
                    spec.kernel().get(i),
                    spec.stride().get(i),
                    spec.pad().get(i),
                    1))
        .toList();
  }

  /** Returns the elements from a window's first to its last. */
  public int extent() {
    return dilation * (kernel - 1) + 1;
  }

  /** Returns where a window's element lies; outside {@code [0, in)} it lies in the padding. */
  public int position(int window, int element) {
    return window * stride - pad + element * dilation;
  }

  /** Returns whether a position lies in the image. */
  public boolean inside(int position) {
    return position >= 0 && position < in;
  }

  /** Returns the number of a window's cells in the image and its padding, for a dilation of 1. */
  public int cells(int window) {
    int start = position(window, 0);
    return Math.min(start + kernel, in + pad) - start;
  }

  /** Returns the first pixel of a window, for a dilation of 1. */
  public int start(int window) {
    return Math.max(position(window, 0), 0);
  }

  /** Returns the pixel after a window's last, for a dilation of 1. */
  public int end(int window) {
    return Math.min(position(window, 0) + kernel, in);
  }

  /** Returns the first window whose given element doesn't lie before the image. */
  public int firstInside(int element) {
    int missing = -position(0, element);
    return missing <= 0 ? 0 : Math.min(out, (missing - 1) / stride + 1);
  }

  /** Returns the first window whose given element lies behind the image. */
  public int firstBehind(int element) {
    int room = in - position(0, element);
    return room <= 0 ? 0 : Math.min(out, (room - 1) / stride + 1);
  }
}
