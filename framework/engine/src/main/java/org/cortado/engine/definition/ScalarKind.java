package org.cortado.engine.definition;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a word without quotes is to YAML 1.2 (its core schema).
 *
 * <p>With one exception: {@code 010} is text, for it is ten to YAML 1.2 and eight to YAML 1.1.
 */
public enum ScalarKind {
  /** Nothing, {@code ~} or {@code null}. */
  NULL,
  /** {@code true} or {@code false}, but neither {@code yes} nor {@code on}. */
  BOOLEAN,
  /** {@code 12}, {@code -1}, {@code 0o17} or {@code 0x1F}. */
  WHOLE_NUMBER,
  /** {@code 0.5}, {@code .5}, {@code 1e-3}, {@code .inf} or {@code .nan}. */
  REAL_NUMBER,
  /** All the rest, and whatever stands in quotes. */
  TEXT;

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern AMBIGUOUS = Pattern.compile("[-+]?0[0-9]+");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern REAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern SPECIAL = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  static ScalarKind ofPlain(String text) {
    if (NULLS.contains(text)) {
      return NULL;
    }
    if (BOOLEANS.contains(text)) {
      return BOOLEAN;
    }
    return ofNumber(text);
  }

  private static ScalarKind ofNumber(String text) {
    if (AMBIGUOUS.matcher(text).matches()) {
      return TEXT;
    }
    if (WHOLE.matcher(text).matches()) {
      return WHOLE_NUMBER;
    }
    boolean real = REAL.matcher(text).matches() || SPECIAL.matcher(text).matches();
    return real ? REAL_NUMBER : TEXT;
  }

  boolean isNumber() {
    return this == WHOLE_NUMBER || this == REAL_NUMBER;
  }
}
