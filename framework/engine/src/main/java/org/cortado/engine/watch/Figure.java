package org.cortado.engine.watch;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers look in messages. */
final class Figure {

  private static final MathContext FOUR_DIGITS = new MathContext(4);
  private static final double SMALL = 1e-4;
  private static final double LARGE = 1e6;

  private Figure() {}

  /** Returns {@code 0.25} or {@code 1.3e-07}: the four digits that count. */
  static String of(double value) {
    double size = Math.abs(value);
    if (value == 0) {
      return "0";
    }
    return size >= SMALL && size < LARGE
        ? new BigDecimal(value, FOUR_DIGITS).stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
