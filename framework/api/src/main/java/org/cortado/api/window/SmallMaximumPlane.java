package org.cortado.api.window;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** What one worker needs to find the maxima of a plane, and to hand out their gradient. */
final class SmallMaximumPlane {

  private final PaddedPlane layout;
  private final WindowAxis rows;
  private final WindowAxis columns;
  private final float[] plane;
  private final float[] cells;
  private final float[] ofRows;
  private final float[] maxima;
  private final float[] shifted;
  private final float[] windows;
  private final int[] offsets;
  private final int width;
  private final int rowsOfCells;
  private final int columnsOfCells;

  SmallMaximumPlane(PaddedPlane layout) {
    this.layout = layout;
    rows = layout.rows();
    columns = layout.columns();
    width = layout.width();
    rowsOfCells = rows.kernel();
    columnsOfCells = columns.kernel();
    plane = new float[layout.isTight() ? 0 : layout.pixels()];
    cells = new float[layout.size()];
    ofRows = new float[layout.size()];
    maxima = new float[layout.size()];
    shifted = new float[layout.size()];
    windows = new float[layout.windows()];
    offsets = new int[rows.kernel() * columns.kernel()];
    Arrays.setAll(
        offsets, cell -> cell / columns.kernel() * layout.width() + cell % columns.kernel());
  }

  void forward(FloatBuffer x, FloatBuffer y, byte[] places, int index) {
    load(x, index);
    max(cells, ofRows, columns.kernel(), 1);
    max(ofRows, maxima, rows.kernel(), layout.width());
    for (int row = 0; row < rows.out(); row++) {
      pick(row, places, index * windows.length);
    }
    y.put(index * windows.length, windows, 0, windows.length);
  }

  private void load(FloatBuffer x, int index) {
    if (layout.isTight()) {
      x.get(index * cells.length, cells, 0, cells.length);
    } else {
      x.get(index * plane.length, plane, 0, plane.length);
      Arrays.fill(cells, Float.NEGATIVE_INFINITY);
      layout.spread(plane, cells);
    }
  }

  /**
   * Overwrites each element with the maximum of so many from there on, a step apart; near the end,
   * where no window begins, with any number. Elements are shifted by a copy, since the compiler
   * doesn't vectorise loops over a distance that it doesn't know.
   */
  private void max(float[] from, float[] to, int count, int step) {
    System.arraycopy(from, 0, to, 0, from.length);
    for (int i = 1; i < count; i++) {
      System.arraycopy(from, i * step, shifted, 0, from.length - i * step);
      max(to, shifted);
    }
  }

  private static void max(float[] to, float[] from) {
    for (int i = 0; i < to.length; i++) {
      to[i] = Math.max(to[i], from[i]);
    }
  }

  private void pick(int row, byte[] places, int firstPlace) {
    int at = layout.firstOf(row);
    int stride = columns.stride();
    int window = row * columns.out();
    int end = window + columns.out();
    for (; window < end; window++, at += stride) {
      float maximum = maxima[at];
      windows[window] = maximum;
      places[firstPlace + window] = (byte) place(at, maximum, window);
    }
  }

  /** Returns the first cell of a window that equals its maximum. */
  private int place(int at, float maximum, int window) {
    if (!Float.isFinite(maximum)) {
      return oddPlace(window / columns.out(), window % columns.out(), maximum);
    }
    int row = countUnlike(ofRows, at, width, rowsOfCells, maximum);
    int column = countUnlike(cells, at + row * width, 1, columnsOfCells, maximum);
    return row * columnsOfCells + column;
  }

  /**
   * Returns how many precede the first that equals the maximum, at most all but the last: without a
   * branch, and for the usual windows without a loop.
   */
  private static int countUnlike(float[] from, int at, int step, int count, float maximum) {
    int first = unlike(from[at], maximum);
    if (count == 2) {
      return first;
    }
    if (count == 3) {
      return first + (first & unlike(from[at + step], maximum));
    }
    return countUnlikeInLoop(from, at, step, count, maximum);
  }

  private static int countUnlikeInLoop(float[] from, int at, int step, int count, float maximum) {
    int unlike = 1;
    int sum = 0;
    for (int i = 0; i < count - 1; i++) {
      unlike &= unlike(from[at + i * step], maximum);
      sum += unlike;
    }
    return sum;
  }

  /** Returns 1 if a number is less than a finite one, and 0 if it equals it. */
  private static int unlike(float number, float maximum) {
    return -Float.floatToRawIntBits(maximum - number) >>> 31;
  }

  /** Returns the first cell that is the same as a maximum that is NaN or infinite. */
  private int oddPlace(int rowOfWindows, int columnOfWindows, float maximum) {
    int at = layout.firstOf(rowOfWindows) + columnOfWindows * columns.stride();
    int firstRow = rows.start(rowOfWindows) - rows.position(rowOfWindows, 0);
    int firstColumn = columns.start(columnOfWindows) - columns.position(columnOfWindows, 0);
    int cell = firstRow * columns.kernel() + firstColumn;
    while (Float.compare(cells[at + offsets[cell]], maximum) != 0) {
      cell++;
    }
    return cell;
  }

  void backward(FloatBuffer dy, FloatBuffer dx, byte[] places, int index) {
    dy.get(index * windows.length, windows, 0, windows.length);
    Arrays.fill(cells, 0);
    for (int row = 0; row < rows.out(); row++) {
      add(row, places, index * windows.length);
    }
    if (layout.isTight()) {
      dx.put(index * cells.length, cells, 0, cells.length);
    } else {
      layout.collect(cells, plane);
      dx.put(index * plane.length, plane, 0, plane.length);
    }
  }

  private void add(int row, byte[] places, int firstPlace) {
    int at = layout.firstOf(row);
    int window = row * columns.out();
    for (int i = 0; i < columns.out(); i++, window++, at += columns.stride()) {
      cells[at + offsets[places[firstPlace + window]]] += windows[window];
    }
  }
}
