package org.cortado.engine.watch;

import java.util.Locale;

/** Which tensor of a blob. */
public enum Side {
  /** The values, which forward writes. */
  DATA,
  /** Their gradient, which backward writes. */
  DIFF;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
