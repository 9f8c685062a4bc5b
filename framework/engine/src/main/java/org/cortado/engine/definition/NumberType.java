package org.cortado.engine.definition;

import java.util.Optional;
import java.util.function.DoubleFunction;

/** A number; neither infinite nor NaN. */
final class NumberType<T> implements ValueType<T> {

  private static final TypeWords WORDS = TypeWords.noun("number");

  private final NumberRange range;
  private final double greatest;
  private final DoubleFunction<T> result;

  private NumberType(NumberRange range, double greatest, DoubleFunction<T> result) {
    this.range = range;
    this.greatest = greatest;
    this.result = result;
  }

  static NumberType<Float> ofFloat(NumberRange range) {
    return new NumberType<>(range, Float.MAX_VALUE, number -> (float) number);
  }

  static NumberType<Double> ofDouble(NumberRange range) {
    return new NumberType<>(range, Double.MAX_VALUE, number -> number);
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
    Optional<Double> number =
        node instanceof ScalarNode scalar ? scalar.asDouble() : Optional.empty();
    if (number.isEmpty()) {
      reporter.mustBe(WORDS.one(), node);
      return Optional.empty();
    }
    return check(number.get(), (ScalarNode) node, reporter).map(result::apply);
  }

  private Optional<Double> check(double number, ScalarNode node, Reporter reporter) {
    if (node.kind() == ScalarKind.REAL_NUMBER && !Numbers.isFinite(node.text())) {
      return refuse("a finite number", node, reporter);
    }
    if (Math.abs(number) > greatest) {
      return refuse("between -" + greatest + " and " + greatest, node, reporter);
    }
    return range.contains(number) ? Optional.of(number) : refuse(range.words(), node, reporter);
  }

  private static Optional<Double> refuse(String wanted, ScalarNode node, Reporter reporter) {
    reporter.mustBe(wanted, node, node.text(), "");
    return Optional.empty();
  }
}
