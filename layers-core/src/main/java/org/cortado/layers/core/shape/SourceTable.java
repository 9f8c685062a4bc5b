package org.cortado.layers.core.shape;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Says of which source each target is a copy, if of any, and which are the copies of a source. */
final class SourceTable {

  /** Has one source and one copy of it. */
  static final SourceTable ONE = new SourceTable(1, new int[1]);

  private static final int NONE = -1;

  private final int[] source;
  private final int[] firstCopy;
  private final int[] copies;
  private final int[] repeated;

  private SourceTable(int sources, int[] source) {
    this.source = source;
    firstCopy = new int[sources + 1];
    for (int from : source) {
      if (from != NONE) {
        firstCopy[from + 1]++;
      }
    }
    repeated = IntStream.range(0, sources).filter(from -> firstCopy[from + 1] > 1).toArray();
    Arrays.parallelPrefix(firstCopy, Integer::sum);
    copies = copies(firstCopy.clone(), source);
  }

  private static int[] copies(int[] next, int[] source) {
    int[] copies = new int[next[next.length - 1]];
    for (int target = 0; target < source.length; target++) {
      if (source[target] != NONE) {
        copies[next[source[target]]++] = target;
      }
    }
    return copies;
  }

  /** Returns the table of an axis of {@code size} that is padded to {@code padded}. */
  static SourceTable of(int size, int before, int padded, PadOptions.Mode mode) {
    int[] source = new int[padded];
    for (int target = 0; target < padded; target++) {
      int place = target - before;
      boolean inside = place >= 0 && place < size;
      source[target] = inside ? place : beyond(place, size, mode);
    }
    return new SourceTable(size, source);
  }

  private static int beyond(int place, int size, PadOptions.Mode mode) {
    int border = place < 0 ? 0 : size - 1;
    return switch (mode) {
      case CONSTANT -> NONE;
      case REFLECT -> 2 * border - place;
      case REPLICATE -> border;
    };
  }

  /** Returns the table of the rows of a plane, of which this is that of the axes outside. */
  SourceTable times(SourceTable inner) {
    int[] both = new int[source.length * inner.source.length];
    for (int target = 0; target < both.length; target++) {
      int outside = source[target / inner.source.length];
      int within = inner.source[target % inner.source.length];
      both[target] = outside < 0 || within < 0 ? NONE : outside * inner.sources() + within;
    }
    return new SourceTable(sources() * inner.sources(), both);
  }

  int sources() {
    return firstCopy.length - 1;
  }

  int targets() {
    return source.length;
  }

  /** Returns the source of a target; a negative number if it has none. */
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

  /** Returns the sources with more than one copy; not to be changed. */
  int[] repeated() {
    return repeated;
  }
}
