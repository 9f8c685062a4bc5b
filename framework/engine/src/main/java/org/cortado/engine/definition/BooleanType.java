package org.cortado.engine.definition;

import java.util.Optional;

/** A truth value. */
final class BooleanType implements ValueType<Boolean> {

  private static final TypeWords WORDS = TypeWords.same("true or false");

  @Override
  public JsonSchema schema() {
    return JsonSchema.type("boolean");
  }

  @Override
  public TypeWords words() {
    return WORDS;
  }

  @Override
  public Optional<Boolean> read(Node node, Reporter reporter) {
    Optional<Boolean> value =
        node instanceof ScalarNode scalar ? scalar.asBoolean() : Optional.empty();
    if (value.isEmpty()) {
      reporter.mustBe(WORDS.one(), node);
    }
    return value;
  }
}
