package org.cortado.testkit;

import org.cortado.api.promise.Internal;

/** What came of proving a clause. */
@Internal
public enum ClauseVerdict {
  /** The layer keeps to it in every case of which it speaks. */
  KEPT,
  /** The layer breaks it in some case. */
  BROKEN,
  /** It speaks of none of the cases. */
  DOES_NOT_APPLY
}
