package org.cortado.api.window;

import java.util.List;

/**
 * Where the windows of an image lie, over any number of spatial axes.
 *
 * <p>All axes but the last are folded into one: an image is rows of pixels, a window elements by
 * rows of elements, the windows themselves rows of windows. A table says which row of pixels the
 * row of a window's elements falls on, so that no loop elsewhere needs to know the axes.
 */
public final class Windows {

  private static final int OUTSIDE = -1;

  private final WindowAxis last;
  private final int elements;
  private final int rowsOfElements;
  private final int rowsOfWindows;
  private final int pixels;
  private final int[] rows;

  /** Lays out the windows along the axes; an image without spatial axes is one pixel. */
  public Windows(List<WindowAxis> axes) {
    int leading = Math.max(0, axes.size() - 1);
    List<WindowAxis> folded = axes.subList(0, leading);
    last = axes.isEmpty() ? new WindowAxis(1, 1, 1, 1, 0, 1) : axes.get(leading);
    rowsOfElements = folded.stream().mapToInt(WindowAxis::kernel).reduce(1, Math::multiplyExact);
    rowsOfWindows = folded.stream().mapToInt(WindowAxis::out).reduce(1, Math::multiplyExact);
    elements = Math.multiplyExact(rowsOfElements, last.kernel());
    pixels = folded.stream().mapToInt(WindowAxis::in).reduce(last.in(), Math::multiplyExact);
    rows = new int[Math.multiplyExact(rowsOfElements, rowsOfWindows)];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(folded, i / rowsOfWindows, i % rowsOfWindows);
    }
  }

  private static int row(List<WindowAxis> axes, int element, int window) {
    int row = 0;
    int scale = 1;
    int restOfElement = element;
    int restOfWindow = window;
    for (int i = axes.size() - 1; i >= 0; i--) {
      WindowAxis axis = axes.get(i);
      int at = axis.position(restOfWindow % axis.out(), restOfElement % axis.kernel());
      if (!axis.inside(at)) {
        return OUTSIDE;
      }
      row += at * scale;
      scale *= axis.in();
      restOfElement /= axis.kernel();
      restOfWindow /= axis.out();
    }
    return row;
  }

  /** Returns the last axis. */
  public WindowAxis last() {
    return last;
  }

  /** Returns the number of elements of a window. */
  public int elements() {
    return elements;
  }

  /** Returns how many rows the elements of a window form. */
  public int rowsOfElements() {
    return rowsOfElements;
  }

  /** Returns how many rows the windows of an image form. */
  public int rowsOfWindows() {
    return rowsOfWindows;
  }

  /** Returns the number of windows of an image. */
  public int positions() {
    return rowsOfWindows * last.out();
  }

  /** Returns the number of pixels of an image. */
  public int pixels() {
    return pixels;
  }

  /** Returns whether a row of elements of a row of windows lies in the padding. */
  public boolean outside(int rowOfElements, int rowOfWindows) {
    return rows[rowOfElements * rowsOfWindows + rowOfWindows] == OUTSIDE;
  }

  /** Returns the first pixel of the row that a row of elements of a row of windows falls on. */
  public int firstPixel(int rowOfElements, int rowOfWindows) {
    return rows[rowOfElements * rowsOfWindows + rowOfWindows] * last.in();
  }

  /** Returns the pixel that an element of a window falls on; below 0 if it lies in the padding. */
  public int pixel(int element, int window) {
    int rowOfElements = element / last.kernel();
    int rowOfWindows = window / last.out();
    int at = last.position(window % last.out(), element % last.kernel());
    boolean inside = last.inside(at) && !outside(rowOfElements, rowOfWindows);
    return inside ? firstPixel(rowOfElements, rowOfWindows) + at : OUTSIDE;
  }
}
