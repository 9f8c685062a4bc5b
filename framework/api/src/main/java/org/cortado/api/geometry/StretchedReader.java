package org.cortado.api.geometry;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.blob.Buffers;

/** Reads pieces of a stretched tensor; used by one thread at a time. */
final class StretchedReader {

  /** Shorter runs are not worth the call of a copy. */
  private static final int SHORT = 8;

  private final Stretch stretch;
  private final boolean whole;
  private final int last;
  private FloatBuffer source = Buffers.EMPTY;
  private float[] target = {};
  private int filled;

  StretchedReader(Stretch stretch) {
    this.stretch = stretch;
    whole = stretch.isWhole();
    last = stretch.axes() - 1;
  }

  /** Fills {@code into} with the elements from {@code at} on of the stretched {@code x}. */
  void read(FloatBuffer x, int at, float[] into, int length) {
    if (whole) {
      x.get(at, into, 0, length);
    } else {
      source = x;
      target = into;
      filled = 0;
      block(0, 0, at, at + length);
    }
  }

  /** Reads some elements of the block that an axis and those after it are. */
  private void block(int axis, int offset, int from, int to) {
    if (axis == last) {
      run(offset, from, to);
    } else if (stretch.isRepeated(axis)) {
      repeat(axis, offset, from, to);
    } else {
      int size = stretch.count(axis + 1);
      int index = from / size;
      for (int at = from; at < to; index++) {
        int begin = at - index * size;
        int end = Math.min(size, begin + to - at);
        block(axis + 1, offset + index * stretch.stride(axis), begin, end);
        at += end - begin;
      }
    }
  }

  /** Copies what is there already as soon as it is a whole period, twice as much each time. */
  private void repeat(int axis, int offset, int from, int to) {
    int start = filled;
    int size = stretch.count(axis + 1);
    int begin = from % size;
    int end = start + to - from;
    while (filled < end) {
      int there = (filled - start) / size * size;
      if (there > 0) {
        int length = Math.min(there, end - filled);
        System.arraycopy(target, filled - there, target, filled, length);
        filled += length;
      } else {
        block(axis + 1, offset, begin, Math.min(size, begin + end - filled));
        begin = 0;
      }
    }
  }

  private void run(int offset, int from, int to) {
    int count = to - from;
    if (stretch.isRepeated(last)) {
      Arrays.fill(target, filled, filled + count, source.get(offset));
    } else if (count >= SHORT) {
      source.get(offset + from, target, filled, count);
    } else {
      for (int i = 0; i < count; i++) {
        target[filled + i] = source.get(offset + from + i);
      }
    }
    filled += count;
  }
}
