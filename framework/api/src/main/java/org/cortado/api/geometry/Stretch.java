package org.cortado.api.geometry;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;

/**
 * One shape stretched to another: aligned at the end, and along each axis of size 1, or that it
 * hasn't, repeated.
 *
 * <p>Axes that are neighbours and of one kind, repeated or not, count as one; those of size 1 don't
 * count.
 */
public final class Stretch {

  private final Shape input;
  private final Shape output;
  private final int[] sizes;
  private final int[] counts;
  private final int[] kept;
  private final boolean[] repeated;

  private Stretch(Shape input, Shape output) {
    this.input = input;
    this.output = output;
    List<Integer> merged = new ArrayList<>();
    List<Boolean> kinds = new ArrayList<>();
    merge(merged, kinds);
    int axes = merged.size();
    sizes = merged.stream().mapToInt(Integer::intValue).toArray();
    repeated = new boolean[axes];
    counts = new int[axes + 1];
    kept = new int[axes + 1];
    counts[axes] = 1;
    kept[axes] = 1;
    for (int axis = axes - 1; axis >= 0; axis--) {
      repeated[axis] = kinds.get(axis);
      counts[axis] = counts[axis + 1] * sizes[axis];
      kept[axis] = kept[axis + 1] * (repeated[axis] ? 1 : sizes[axis]);
    }
  }

  /**
   * Returns how a shape stretches to another.
   *
   * @throws InvalidLayerException if it doesn't
   */
  public static Stretch of(Shape input, Shape output) {
    if (!stretches(input, output)) {
      throw new InvalidLayerException(
          "the shape %s doesn't stretch to %s: counted from the end, each size must be the same or 1"
              .formatted(input, output));
    }
    return new Stretch(input, output);
  }

  private static boolean stretches(Shape input, Shape output) {
    boolean right = input.axes() <= output.axes();
    for (int axis = 1; right && axis <= input.axes(); axis++) {
      right = input.dim(-axis) == 1 || input.dim(-axis) == output.dim(-axis);
    }
    return right;
  }

  private void merge(List<Integer> merged, List<Boolean> kinds) {
    int added = output.axes() - input.axes();
    for (int axis = 0; axis < output.axes(); axis++) {
      int size = output.dim(axis);
      boolean repeats = axis < added || input.dim(axis - added) != size;
      int last = merged.size() - 1;
      if (last >= 0 && size != 1 && kinds.get(last) == repeats) {
        merged.set(last, merged.get(last) * size);
      } else if (size != 1) {
        merged.add(size);
        kinds.add(repeats);
      }
    }
    if (merged.isEmpty()) {
      merged.add(1);
      kinds.add(false);
    }
  }

  /** Returns the shape that is stretched. */
  public Shape input() {
    return input;
  }

  /** Returns the shape that it is stretched to. */
  public Shape output() {
    return output;
  }

  /** Returns whether nothing is repeated, so that the elements are the same in the same order. */
  public boolean isWhole() {
    return axes() == 1 && !repeated[0];
  }

  /** Returns how often each element is repeated; 0 only if the output is empty. */
  public int repetitions() {
    int product = 1;
    for (int axis = 0; axis < axes(); axis++) {
      product *= repeated[axis] ? sizes[axis] : 1;
    }
    return product;
  }

  /** Returns which element of the input an element of the output is. */
  public int source(int index) {
    int rest = index;
    int source = 0;
    for (int axis = axes() - 1; axis >= 0; axis--) {
      source += rest % sizes[axis] * stride(axis);
      rest /= sizes[axis];
    }
    return source;
  }

  /** Returns the number of axes, neighbours of one kind being one. */
  int axes() {
    return sizes.length;
  }

  /** Returns the size of an axis in the output. */
  int size(int axis) {
    return sizes[axis];
  }

  /** Returns whether the input is repeated along an axis. */
  boolean isRepeated(int axis) {
    return repeated[axis];
  }

  /** Returns how many elements the output has for one choice of the axes before this one. */
  int count(int axis) {
    return counts[axis];
  }

  /** Returns how many elements of the input go into those. */
  int kept(int axis) {
    return kept[axis];
  }

  /** Returns how far apart in the input two neighbours along an axis are. */
  int stride(int axis) {
    return repeated[axis] ? 0 : kept[axis + 1];
  }
}
