package org.cortado.engine.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One of a few words. */
final class EnumType<E extends Enum<E>> implements ValueType<E> {

  private final Map<String, E> constants = new LinkedHashMap<>();
  private final TypeWords words;

  EnumType(Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      constants.put(Words.of(constant), constant);
    }
    words = TypeWords.same("one of " + Words.listed(constants.keySet()));
  }

  @Override
  public JsonSchema schema() {
    return JsonSchema.words(constants.keySet());
  }

  @Override
  public TypeWords words() {
    return words;
  }

  @Override
  public Optional<E> read(Node node, Reporter reporter) {
    Optional<E> constant = Optional.ofNullable(constants.get(text(node)));
    if (constant.isEmpty()) {
      String suggestion = Spelling.suggestion(text(node), constants.keySet());
      reporter.mustBe(words.one(), node, node.described(), suggestion);
    }
    return constant;
  }

  /** Returns what a misspelt word was meant to be, if that can be guessed. */
  Optional<E> guess(Node node) {
    return Spelling.nearest(text(node), constants.keySet()).map(constants::get);
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }
}
