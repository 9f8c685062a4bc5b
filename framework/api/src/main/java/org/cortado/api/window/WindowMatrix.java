package org.cortado.api.window;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A batch of images seen as a matrix: a row for each element of a window in each channel, a column
 * for each window of each image. Elements in the padding are 0.
 *
 * <p>This is the matrix that im2col writes down; here it is only ever copied piece by piece into
 * arrays.
 *
 * @param windows how the windows lie
 * @param channels all channels of an image
 * @param first the channel that the rows begin with
 */
public record WindowMatrix(Windows windows, int channels, int first) {

  /** Copies some elements of a row, which begin at a column, to the start of an array. */
  public void copy(FloatBuffer pixels, int row, int from, int count, float[] target) {
    for (int done = 0; done < count; ) {
      int length = run(from + done, count - done);
      copyRun(pixels, row, from + done, length, target, done);
      done += length;
    }
  }

  /**
   * Adds numbers to the pixels that some elements of a row lie on, as col2im does: who does so for
   * rows of one channel and image must be alone.
   */
  public void add(FloatBuffer pixels, int row, int from, int count, float[] values) {
    for (int done = 0; done < count; ) {
      int length = run(from + done, count - done);
      addRun(pixels, row, from + done, length, values, done);
      done += length;
    }
  }

  /** Returns how many of the wanted columns lie in one row of windows. */
  private int run(int column, int wanted) {
    int width = windows.last().out();
    return Math.min(width - column % width, wanted);
  }

  private void copyRun(
      FloatBuffer pixels, int row, int column, int length, float[] target, int at) {
    int start = firstInside(row, column, length);
    int end = firstBehind(row, column, length, start);
    Arrays.fill(target, at, at + start, 0);
    if (start < end) {
      copyPixels(pixels, pixel(row, column + start), end - start, target, at + start);
    }
    Arrays.fill(target, at + end, at + length, 0);
  }

  private void copyPixels(FloatBuffer pixels, int pixel, int length, float[] target, int at) {
    int stride = windows.last().stride();
    if (stride == 1) {
      pixels.get(pixel, target, at, length);
      return;
    }
    for (int i = 0; i < length; i++) {
      target[at + i] = pixels.get(pixel + i * stride);
    }
  }

  private void addRun(FloatBuffer pixels, int row, int column, int length, float[] values, int at) {
    int start = firstInside(row, column, length);
    int end = firstBehind(row, column, length, start);
    if (start == end) {
      return;
    }
    int stride = windows.last().stride();
    int pixel = pixel(row, column + start);
    for (int i = start; i < end; i++, pixel += stride) {
      pixels.put(pixel, pixels.get(pixel) + values[at + i]);
    }
  }

  /** Returns the first of a run of columns that is no padding; {@code length} if none is. */
  private int firstInside(int row, int column, int length) {
    if (windows.outside(rowOfElements(row), rowOfWindows(column))) {
      return length;
    }
    WindowAxis axis = windows.last();
    int inside = axis.firstInside(row % axis.kernel()) - column % axis.out();
    return Math.max(0, Math.min(length, inside));
  }

  /** Returns the first of a run of columns, from {@code start} on, that is padding again. */
  private int firstBehind(int row, int column, int length, int start) {
    WindowAxis axis = windows.last();
    int behind = axis.firstBehind(row % axis.kernel()) - column % axis.out();
    return Math.max(start, Math.min(length, behind));
  }

  private int pixel(int row, int column) {
    WindowAxis axis = windows.last();
    int image = column / windows.positions();
    int channel = first + row / windows.elements();
    return (image * channels + channel) * windows.pixels()
        + windows.firstPixel(rowOfElements(row), rowOfWindows(column))
        + axis.position(column % axis.out(), row % axis.kernel());
  }

  private int rowOfElements(int row) {
    return row % windows.elements() / windows.last().kernel();
  }

  private int rowOfWindows(int column) {
    return column / windows.last().out() % windows.rowsOfWindows();
  }
}
