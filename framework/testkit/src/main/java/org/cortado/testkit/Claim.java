package org.cortado.testkit;

import org.cortado.api.promise.Internal;

/** What a case says of its layer that no declaration does. */
@Internal
public enum Claim {
  /** The layer can't take bottoms with more or fewer items than these. */
  FIXED_SHAPE,
  /** The items of a batch depend on each other. */
  MIXES_ITEMS,
  /** A NaN among the bottoms may vanish. */
  HIDES_NAN,
  /** Forward gives the tops other shapes than reshape did. */
  SHAPED_BY_DATA,
  /** A sweep may take memory of the Java heap. */
  ALLOCATES
}
