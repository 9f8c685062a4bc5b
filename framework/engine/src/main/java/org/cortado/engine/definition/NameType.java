package org.cortado.engine.definition;

import java.util.Optional;

/** The name of a layer, a blob, a parameter or a type: text on one line that isn't blank. */
final class NameType implements ValueType<String> {

  private static final TypeWords WORDS = TypeWords.noun("name");

  @Override
  public JsonSchema schema() {
    return JsonSchema.type("string", "number", "boolean").with("pattern", "\\S");
  }

  @Override
  public TypeWords words() {
    return WORDS;
  }

  @Override
  public Optional<String> read(Node node, Reporter reporter) {
    if (node instanceof ScalarNode scalar && !scalar.isNull() && isName(scalar.text())) {
      return Optional.of(scalar.text());
    }
    reporter.mustBe(WORDS.one(), node);
    return Optional.empty();
  }

  private static boolean isName(String text) {
    return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
  }
}
