package org.cortado.testkit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that a layer takes nothing of what was tried. */
final class NoCaseError extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final String refusal;
  private final transient @Nullable AssertionError accident;

  /**
   * Makes one.
   *
   * @param refusal what was said of the last case tried
   * @param accident what went wrong in an attempt, where it wasn't refused in a sentence
   */
  NoCaseError(String message, String refusal, Optional<AssertionError> accident) {
    super(message, accident.orElse(null));
    this.refusal = refusal;
    this.accident = accident.orElse(null);
  }

  String refusal() {
    return refusal;
  }

  Optional<AssertionError> accident() {
    return Optional.ofNullable(accident);
  }
}
