package org.cortado.layers.core.data;

import java.util.List;
import org.cortado.api.InvalidLayerException;

/**
 * An option of which a file gives none, one for all tops, or one for each.
 *
 * @param option the name in the file
 * @param given what the file gives
 * @param <T> what is given
 */
record PerTop<T>(String option, List<T> given) {

  /** Refuses any other number of them. */
  void requireFit(int tops) {
    if (given.size() > 1 && given.size() != tops) {
      throw new InvalidLayerException(
          "%s must be given once, or once for each of the %d tops, but is given %d times"
              .formatted(option, tops, given.size()));
    }
  }

  boolean isEmpty() {
    return given.isEmpty();
  }

  /** Returns what holds for a top. */
  T get(int top) {
    return given.get(given.size() == 1 ? 0 : top);
  }
}
