package org.cortado.api.backend;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.cortado.api.blob.Shape;

/**
 * How {@link PlainLrn} cuts a tensor into blocks that no window extends beyond.
 *
 * <p>The tensor is {@code images} times {@code rows} rows of {@code length} elements. A block is
 * all rows of an image at {@code width} positions or, the last one, fewer. Within channels each
 * channel is an image of one row that is one block.
 */
final class LrnBlocks {

  private final int images;
  private final int rows;
  private final int length;
  private final int width;
  private final int half;
  private final int[] axes;
  private final int[] steps;

  private LrnBlocks(
      int images, int rows, int length, int width, int half, int[] axes, int[] steps) {
    this.images = images;
    this.rows = rows;
    this.length = length;
    this.width = width;
    this.half = half;
    this.axes = axes;
    this.steps = steps;
  }

  /**
   * Returns the blocks of an operation.
   *
   * @param most how many elements a block should have at most
   * @param leastWidth how many positions it should have at least, even so
   */
  static LrnBlocks of(Lrn.Spec spec, int most, int leastWidth) {
    Shape input = spec.input();
    int channels = input.dim(1);
    int length = input.count(2);
    int half = spec.size() / 2;
    if (spec.region() == Lrn.Region.WITHIN_CHANNEL) {
      int[] spatial = input.dims().stream().skip(2).mapToInt(Integer::intValue).toArray();
      int[] steps = IntStream.range(0, spatial.length).map(i -> input.count(3 + i)).toArray();
      return new LrnBlocks(input.dim(0) * channels, 1, length, length, half, spatial, steps);
    }
    int width = Math.min(length, Math.max(leastWidth, most / Math.max(1, channels)));
    return new LrnBlocks(
        input.dim(0), channels, length, width, half, new int[] {channels}, new int[0]);
  }

  private int perImage() {
    return width == 0 ? 0 : (int) (((long) length + width - 1) / width);
  }

  /** Returns the number of blocks. */
  int count() {
    return images * perImage();
  }

  /** Returns the number of elements of the largest block. */
  int most() {
    return rows * width;
  }

  /** Returns the number of elements of a block. */
  int size(int block) {
    return rows * width(block);
  }

  private int width(int block) {
    return Math.min(width, length - position(block));
  }

  private int position(int block) {
    return block % perImage() * width;
  }

  private int start(int block) {
    return block / perImage() * rows * length + position(block);
  }

  /** Copies a block's elements, row after row. */
  void load(int block, FloatBuffer from, float[] to) {
    int count = width(block);
    for (int row = 0; row < rows; row++) {
      from.get(start(block) + row * length, to, row * count, count);
    }
  }

  /** Copies a block's elements back. */
  void store(int block, float[] from, FloatBuffer to) {
    int count = width(block);
    for (int row = 0; row < rows; row++) {
      to.put(start(block) + row * length, from, row * count, count);
    }
  }

  /** Returns the number of axes that a window extends along. */
  int axes() {
    return axes.length;
  }

  /** Puts the sum of a window along one axis in the place of each element. */
  void sum(int axis, int block, double[] from, double[] to) {
    int step = steps.length == 0 ? width(block) : steps[axis];
    int size = size(block);
    System.arraycopy(from, 0, to, 0, size);
    for (int base = 0; base < size; base += axes[axis] * step) {
      for (int distance = 1; distance <= Math.min(half, axes[axis] - 1); distance++) {
        add(from, to, base, distance * step, (axes[axis] - distance) * step);
      }
    }
  }

  /** Adds elements to those that lie {@code distance} before and behind them. */
  private static void add(double[] from, double[] to, int base, int distance, int count) {
    for (int i = base; i < base + count; i++) {
      to[i] += from[i + distance];
    }
    for (int i = base; i < base + count; i++) {
      to[i + distance] += from[i];
    }
  }
}
