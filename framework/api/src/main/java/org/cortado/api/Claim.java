package org.cortado.api;

/**
 * What a layer says of itself that would be a fault in most: {@link LayerType#claims}.
 *
 * <p>The testkit believes it, and leaves unproved what it speaks of. A claim holds for any options;
 * where it is only so for some, the tests of these cases say it, and the declaration doesn't.
 */
public enum Claim {
  /** The bottoms can't have more or fewer items, or none, while the options stay. */
  FIXED_SHAPE,
  /**
   * The items of a batch depend on each other, or the first axis counts no items, such as the steps
   * of a sequence or the rows of a table.
   *
   * <p>Otherwise, where every bottom and top has as many items and nothing is drawn at random, a
   * batch gives what its items give one by one.
   */
  MIXES_ITEMS,
  /** A NaN among the bottoms may vanish: a comparison with it is false, say. */
  HIDES_NAN,
  /** Forward gives the tops other shapes than reshape did, by what the bottoms hold. */
  SHAPED_BY_DATA,
  /** A sweep may take memory of the Java heap, as one that asks a library for numbers does. */
  ALLOCATES,
  /** What the tops hold, the caller of the net writes: forward leaves them as they are. */
  WRITTEN_BY_CALLER
}
