package org.cortado.engine.definition;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.option.Range;

/**
 * The numbers that are right for an option.
 *
 * @param min the least right one
 * @param max the greatest right one
 * @param above a number below all right ones
 * @param below a number above all right ones
 */
record NumberRange(double min, double max, double above, double below) {

  private static final double NONE = Double.POSITIVE_INFINITY;

  /** Every number. */
  static final NumberRange ALL = new NumberRange(-NONE, NONE, -NONE, NONE);

  static NumberRange of(Range range) {
    return new NumberRange(range.min(), range.max(), range.above(), range.below());
  }

  boolean contains(double number) {
    return number >= min && number <= max && number > above && number < below;
  }

  /** Returns a schema that accepts of what another accepts the numbers that are right. */
  JsonSchema restrict(JsonSchema schema) {
    JsonSchema restricted = bound(schema, "minimum", min);
    restricted = bound(restricted, "exclusiveMinimum", above);
    restricted = bound(restricted, "maximum", max);
    return bound(restricted, "exclusiveMaximum", below);
  }

  private static JsonSchema bound(JsonSchema schema, String keyword, double bound) {
    return Double.isFinite(bound) ? schema.with(keyword, bound) : schema;
  }

  /** Returns the range in words: {@code at least 0 and less than 1}; empty for every number. */
  String words() {
    List<String> bounds = new ArrayList<>();
    bound(bounds, "at least ", min);
    bound(bounds, "greater than ", above);
    bound(bounds, "at most ", max);
    bound(bounds, "less than ", below);
    return String.join(" and ", bounds);
  }

  private static void bound(List<String> bounds, String words, double bound) {
    if (Double.isFinite(bound)) {
      bounds.add(words + Numbers.words(bound));
    }
  }
}
