package org.cortado.testkit;

/** What a case says of its layer that no declaration does. */
enum Claim {
  FIXED_SHAPE,
  MIXES_ITEMS,
  HIDES_NAN,
  SHAPED_BY_DATA,
  ALLOCATES
}
