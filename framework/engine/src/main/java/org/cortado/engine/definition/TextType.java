package org.cortado.engine.definition;

import java.util.Optional;

/** Text; a number or a truth value is text, too, where text is wanted. */
final class TextType implements ValueType<String> {

  private static final TypeWords WORDS = TypeWords.same("text");

  @Override
  public JsonSchema schema() {
    return JsonSchema.type("string", "number", "boolean");
  }

  @Override
  public TypeWords words() {
    return WORDS;
  }

  @Override
  public Optional<String> read(Node node, Reporter reporter) {
    if (node instanceof ScalarNode scalar && !scalar.isNull()) {
      return Optional.of(scalar.text());
    }
    reporter.mustBe(WORDS.one(), node);
    return Optional.empty();
  }
}
