package org.cortado.api.geometry;

/**
 * One thread of a reduction: walks over all elements that go into a window of the results, in their
 * order and in runs as long as there are.
 */
final class FoldWorker {

  private final Operands operands;
  private final int worker;
  private final Stretch stretch;
  private final int split;
  private Fold fold;
  private float[] elements = {};
  private int used;
  private int windowFrom;
  private int splitFrom;
  private int splitTo;

  /**
   * Makes one.
   *
   * @param stretch how the results stretch to the elements
   * @param split the axis of which only a part is walked over at a time, or −1
   */
  FoldWorker(Operands operands, int worker, Stretch stretch, int split, Fold fold) {
    this.operands = operands;
    this.worker = worker;
    this.stretch = stretch;
    this.split = split;
    this.fold = fold;
  }

  /** Chooses what to bring results to; otherwise the one that it was made with. */
  void choose(Fold other) {
    fold = other;
  }

  /** Returns the results of the last run. */
  Fold fold() {
    return fold;
  }

  /** Chooses the part of the split axis. */
  void part(int from, int to) {
    splitFrom = from;
    splitTo = to;
  }

  /** Computes the results {@code from} to {@code to - 1}. */
  void run(int from, int to) {
    fold.clear();
    windowFrom = from;
    if (stretch.count(0) > 0) {
      walk(0, 0, from, to);
    }
  }

  /** Takes those elements of a block, which begins at {@code at}, that go into a window of it. */
  private void walk(int axis, int at, int from, int to) {
    if (stretch.isRepeated(axis)) {
      walkRepeated(axis, at, from, to);
    } else {
      walkKept(axis, at, from, to);
    }
  }

  private void walkRepeated(int axis, int at, int from, int to) {
    int size = stretch.count(axis + 1);
    int first = axis == split ? splitFrom : 0;
    int end = axis == split ? splitTo : stretch.size(axis);
    if (axis >= split && from == 0 && to == stretch.kept(axis + 1)) {
      take(at + first * size, (end - first) * size);
    } else {
      for (int i = first; i < end; i++) {
        walk(axis + 1, at + i * size, from, to);
      }
    }
  }

  private void walkKept(int axis, int at, int from, int to) {
    int size = stretch.count(axis + 1);
    int width = stretch.kept(axis + 1);
    int done = from;
    while (done < to) {
      int index = done / width;
      int begin = done - index * width;
      int end = Math.min(width, begin + to - done);
      if (axis >= split && begin == 0 && end == width) {
        int blocks = (to - done) / width;
        take(at + index * size, blocks * size);
        done += blocks * width;
      } else {
        walk(axis + 1, at + index * size, begin, end);
        done += end - begin;
      }
    }
  }

  private void take(int from, int count) {
    int at = from;
    for (int left = count; left > 0; left -= Chunk.SIZE) {
      int length = Math.min(Chunk.SIZE, left);
      elements = operands.compute(worker, at, length);
      fold.locate(at);
      used = 0;
      distribute(0, -windowFrom, at, at + length);
      at += length;
    }
  }

  /** Brings the next elements, which are a part of a block, to their results. */
  private void distribute(int axis, int slot, int from, int to) {
    if (axis == stretch.axes() - 1) {
      bring(axis, slot, from, to);
      return;
    }
    int size = stretch.count(axis + 1);
    int index = from / size;
    for (int at = from; at < to; index++) {
      int begin = at - index * size;
      int end = Math.min(size, begin + to - at);
      distribute(axis + 1, slot + index * stretch.stride(axis), begin, end);
      at += end - begin;
    }
  }

  private void bring(int axis, int slot, int from, int to) {
    int end = used + to - from;
    if (stretch.isRepeated(axis)) {
      fold.all(slot, elements, used, end);
    } else {
      fold.each(slot + from, elements, used, end);
    }
    used = end;
  }
}
