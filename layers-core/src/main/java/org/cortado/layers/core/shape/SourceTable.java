package org.cortado.layers.core.shape;

import java.util.Arrays;

/** Says of which source each target is a copy, and of each source which are its copies. */
final class SourceTable {

  /** Has neither sources nor targets. */
  static final SourceTable NONE = new SourceTable(0, new int[0]);

  /** Has one source and one copy of it. */
  static final SourceTable ONE = new SourceTable(1, new int[1]);

  private final int[] source;
  private final int[] firstCopy;
  private final int[] copies;

  private SourceTable(int sources, int[] source) {
    this.source = source;
    firstCopy = new int[sources + 1];
    copies = new int[source.length];
    for (int from : source) {
      firstCopy[from + 1]++;
    }
    Arrays.parallelPrefix(firstCopy, Integer::sum);
    int[] next = firstCopy.clone();
    for (int target = 0; target < source.length; target++) {
      copies[next[source[target]]++] = target;
    }
  }

  /** Returns the table of an axis of {@code size} that is padded to {@code padded}. */
  static SourceTable of(int size, int before, int padded, PadOptions.Mode mode) {
    int[] source = new int[padded];
    for (int target = 0; target < padded; target++) {
      source[target] = source(target - before, size, mode);
    }
    return new SourceTable(size, source);
  }

  private static int source(int place, int size, PadOptions.Mode mode) {
    int clamped = Math.max(0, Math.min(size - 1, place));
    return mode == PadOptions.Mode.REFLECT ? 2 * clamped - place : clamped;
  }

  /** Returns the table of the rows of a plane, of which this is that of the axes outside. */
  SourceTable times(SourceTable inner) {
    int[] both = new int[source.length * inner.source.length];
    for (int target = 0; target < both.length; target++) {
      int outside = source[target / inner.source.length];
      both[target] = outside * inner.sources() + inner.source[target % inner.source.length];
    }
    return new SourceTable(sources() * inner.sources(), both);
  }

  int sources() {
    return firstCopy.length - 1;
  }

  int targets() {
    return source.length;
  }

  int source(int target) {
    return source[target];
  }

  /** Returns where the copies of a source begin; those of the one before end there. */
  int firstCopy(int ofSource) {
    return firstCopy[ofSource];
  }

  /** Returns a target. */
  int copy(int index) {
    return copies[index];
  }
}
