package org.cortado.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** How figures look. */
final class Figures {

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private Figures() {}

  /** Returns {@code 0.4213}, {@code 12.35} or {@code 1.3e-07}: the four digits that count. */
  static String number(double value) {
    double size = Math.abs(value);
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    return size >= 1e-4 && size < 1e6
        ? new BigDecimal(value, FOUR_DIGITS).stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%.3g", value);
  }

  /** Returns {@code 60,965,224}. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Returns {@code 950}, {@code 724.4M} or {@code 15.47G}: the four digits that count. */
  static String scaled(double count) {
    return scaled(count, 1000, List.of("", "k", "M", "G", "T", "P"));
  }

  /** Returns {@code 12 B}, {@code 4.429 MiB} or {@code 1.5 GiB}. */
  static String bytes(long bytes) {
    return scaled((double) bytes, 1024, List.of(" B", " KiB", " MiB", " GiB", " TiB", " PiB"));
  }

  private static String scaled(double value, int step, List<String> units) {
    double rest = value;
    int unit = 0;
    while (rest >= step && unit < units.size() - 1) {
      rest /= step;
      unit++;
    }
    return number(rest) + units.get(unit);
  }

  /** Returns {@code 0:31} or {@code 1:02:03}. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < HOUR
        ? String.format(Locale.ROOT, "%d:%02d", whole / MINUTE, whole % MINUTE)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", whole / HOUR, whole % HOUR / MINUTE, whole % MINUTE);
  }

  /** Returns {@code 12345} or {@code 0.52}. */
  static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.2f" : "%.0f", perSecond);
  }
}
