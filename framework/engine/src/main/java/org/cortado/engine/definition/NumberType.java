package org.cortado.engine.definition;

import java.util.Optional;
import java.util.function.Function;

/** A number; neither infinite nor NaN. */
final class NumberType<T> implements ValueType<T> {

  private static final TypeWords WORDS = TypeWords.noun("number");

  private final NumberRange range;
  private final int bits;
  private final Function<Double, T> result;

  private NumberType(NumberRange range, int bits, Function<Double, T> result) {
    this.range = range;
    this.bits = bits;
    this.result = result;
  }

  static NumberType<Float> ofFloat(NumberRange range) {
    return new NumberType<>(range, Float.SIZE, Double::floatValue);
  }

  static NumberType<Double> ofDouble(NumberRange range) {
    return new NumberType<>(range, Double.SIZE, number -> number);
  }

  @Override
  public JsonSchema schema() {
    return range.restrict(JsonSchema.type("number"));
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
    return check(number.get(), (ScalarNode) node, reporter).map(result);
  }

  private Optional<Double> check(double number, ScalarNode node, Reporter reporter) {
    if (!Numbers.isFinite(node.text())) {
      return refuse("a finite number", node, reporter);
    }
    if (!fits(number)) {
      return refuse("a number that " + bits + " bits can hold", node, reporter);
    }
    return range.contains(number) ? Optional.of(number) : refuse(range.words(), node, reporter);
  }

  /** A number that becomes infinite or 0 on the way would be another than the file's. */
  private boolean fits(double number) {
    double held = bits == Float.SIZE ? (float) number : number;
    return !Double.isInfinite(held) && (held != 0 || number == 0);
  }

  private static Optional<Double> refuse(String wanted, ScalarNode node, Reporter reporter) {
    reporter.mustBe(wanted, node, node.text(), "");
    return Optional.empty();
  }
}
