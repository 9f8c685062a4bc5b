package org.cortado.api.window;

import java.util.List;
import org.cortado.api.backend.Pooling;

/**
 * A plane with so much room around it that every window lies inside.
 *
 * @param rows how the windows lie along the rows' axis
 * @param columns how they lie along the other
 */
record PaddedPlane(WindowAxis rows, WindowAxis columns) {

  static PaddedPlane of(Pooling.Spec spec) {
    List<WindowAxis> axes = WindowAxis.of(spec);
    return new PaddedPlane(axes.get(0), axes.get(1));
  }

  int pixels() {
    return rows.in() * columns.in();
  }

  int windows() {
    return rows.out() * columns.out();
  }

  /** Returns the length of a row and its room. */
  int width() {
    return reach(columns);
  }

  /** Returns the number of elements with all the room. */
  int size() {
    return reach(rows) * width();
  }

  /** No less than the plane, though windows may leave out its end. */
  private static int reach(WindowAxis axis) {
    int windows = (axis.out() - 1) * axis.stride() + axis.kernel();
    return Math.max(windows, axis.pad() + axis.in());
  }

  /** Returns whether there is no room around the plane. */
  boolean isTight() {
    return size() == pixels();
  }

  /** Copies a plane's elements to where they lie in the room. */
  void spread(float[] plane, float[] padded) {
    for (int row = 0; row < rows.in(); row++) {
      System.arraycopy(plane, row * columns.in(), padded, start(row), columns.in());
    }
  }

  /** Copies a plane's elements out of the room. */
  void collect(float[] padded, float[] plane) {
    for (int row = 0; row < rows.in(); row++) {
      System.arraycopy(padded, start(row), plane, row * columns.in(), columns.in());
    }
  }

  private int start(int row) {
    return (row + rows.pad()) * width() + columns.pad();
  }

  /** Returns the first element of a window that is the first of its row of windows. */
  int firstOf(int rowOfWindows) {
    return rowOfWindows * rows.stride() * width();
  }
}
