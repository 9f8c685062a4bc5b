package org.cortado.engine.definition;

import java.util.Optional;
import java.util.function.LongFunction;

/** A whole number. */
final class WholeNumberType<T> implements ValueType<T> {

  private static final TypeWords WORDS = TypeWords.noun("whole number");

  private final NumberRange range;
  private final long least;
  private final long greatest;
  private final LongFunction<T> result;

  private WholeNumberType(NumberRange range, long least, long greatest, LongFunction<T> result) {
    this.range = range;
    this.least = least;
    this.greatest = greatest;
    this.result = result;
  }

  static WholeNumberType<Integer> ofInt(NumberRange range) {
    return new WholeNumberType<>(
        range, Integer.MIN_VALUE, Integer.MAX_VALUE, number -> (int) number);
  }

  static WholeNumberType<Long> ofLong(NumberRange range) {
    return new WholeNumberType<>(range, Long.MIN_VALUE, Long.MAX_VALUE, number -> number);
  }

  @Override
  public JsonSchema schema() {
    return range.restrict(JsonSchema.type("integer"));
  }

  @Override
  public TypeWords words() {
    return WORDS;
  }

  @Override
  public String range() {
    return range.words();
  }

  @Override
  public Optional<T> read(Node node, Reporter reporter) {
    if (node instanceof ScalarNode scalar && scalar.kind() == ScalarKind.WHOLE_NUMBER) {
      return check(scalar, reporter).map(result::apply);
    }
    reporter.mustBe(WORDS.one(), node);
    return Optional.empty();
  }

  private Optional<Long> check(ScalarNode node, Reporter reporter) {
    Optional<Long> number = node.asLong().filter(found -> found >= least && found <= greatest);
    if (number.isEmpty()) {
      boolean negative = node.text().startsWith("-");
      return refuse(negative ? "at least " + least : "at most " + greatest, node, reporter);
    }
    return range.contains(number.get()) ? number : refuse(range.words(), node, reporter);
  }

  private static Optional<Long> refuse(String wanted, ScalarNode node, Reporter reporter) {
    reporter.mustBe(wanted, node, node.text(), "");
    return Optional.empty();
  }
}
