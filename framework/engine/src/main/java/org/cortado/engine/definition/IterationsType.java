package org.cortado.engine.definition;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of iterations, which a file may give in epochs or samples. */
final class IterationsType implements ValueType<Long> {

  private static final TypeWords WORDS =
      new TypeWords("iterations", "a whole number", "iterations");
  private static final Pattern SPAN =
      Pattern.compile("(\\d+(?:\\.\\d+)?) *(iteration|epoch|sample)s?");

  private final WholeNumberType<Long> number;
  private final Pace pace;

  IterationsType(NumberRange range, Pace pace) {
    number = WholeNumberType.ofLong(range);
    this.pace = pace;
  }

  @Override
  public JsonSchema schema() {
    return JsonSchema.anyOf(
        number.schema(), JsonSchema.type("string").with("pattern", "^" + SPAN.pattern() + "$"));
  }

  @Override
  public TypeWords words() {
    return WORDS;
  }

  @Override
  public String range() {
    return number.range();
  }

  @Override
  public Optional<Long> read(Node node, Reporter reporter) {
    if (node instanceof ScalarNode scalar && scalar.kind() == ScalarKind.TEXT) {
      Matcher span = SPAN.matcher(scalar.text());
      if (span.matches()) {
        return iterations(scalar, span, reporter);
      }
      reporter.mustBe(WORDS.one() + ", or a span such as '10 epochs'", node);
      return Optional.empty();
    }
    return number.read(node, reporter);
  }

  private Optional<Long> iterations(ScalarNode node, Matcher span, Reporter reporter) {
    Pace.Unit unit = Pace.Unit.valueOf(span.group(2).toUpperCase(Locale.ROOT));
    Optional<Long> count = pace.iterations(Double.parseDouble(span.group(1)), unit);
    if (count.isEmpty()) {
      reporter.mustBe("in iterations, since the net has no data layer that counts items", node);
    }
    return count.flatMap(
        found -> number.read(ScalarNode.of(node.place(), found.toString(), false), reporter));
  }
}
