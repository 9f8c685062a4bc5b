package org.cortado.engine.definition;

import java.util.Optional;

/**
 * A single value.
 *
 * @param place where it begins; for an empty value the key that it is missing at
 * @param text the value as the file has it, without quotes
 * @param kind what YAML takes it for
 */
public record ScalarNode(Place place, String text, ScalarKind kind) implements Node {

  /** Returns the value that a word of a file is, which is text at once where it has quotes. */
  public static ScalarNode of(Place place, String text, boolean quoted) {
    return new ScalarNode(place, text, quoted ? ScalarKind.TEXT : ScalarKind.ofPlain(text));
  }

  /** Returns text, whatever YAML may take it for. */
  public static ScalarNode ofText(Place place, String text) {
    return new ScalarNode(place, text, ScalarKind.TEXT);
  }

  /** Returns a whole number. */
  public static ScalarNode ofNumber(Place place, int number) {
    return new ScalarNode(place, Integer.toString(number), ScalarKind.WHOLE_NUMBER);
  }

  /** Returns the word that a node is, if it is one and not empty. */
  public static Optional<String> textOf(Node node) {
    return node instanceof ScalarNode scalar && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Returns whether the file leaves the value out or says {@code null}. */
  public boolean isNull() {
    return kind == ScalarKind.NULL;
  }

  /** Returns the truth value, if it is one. */
  public Optional<Boolean> asBoolean() {
    return kind == ScalarKind.BOOLEAN
        ? Optional.of(text.equalsIgnoreCase("true"))
        : Optional.empty();
  }

  /** Returns the whole number, if it is one that a {@code long} holds. */
  public Optional<Long> asLong() {
    return kind == ScalarKind.WHOLE_NUMBER ? Numbers.whole(text) : Optional.empty();
  }

  /** Returns the number, if it is one; an infinite one where it is beyond a {@code double}. */
  public Optional<Double> asDouble() {
    return kind.isNumber() ? Optional.of(Numbers.real(text)) : Optional.empty();
  }

  @Override
  public String described() {
    if (isNull()) {
      return "empty";
    }
    return (looksLikeMore() ? "the text " : "") + Words.quoted(text);
  }

  /** Says of text in quotes whether it would be something else without them. */
  private boolean looksLikeMore() {
    return kind == ScalarKind.TEXT
        && !text.isEmpty()
        && ScalarKind.ofPlain(text) != ScalarKind.TEXT;
  }
}
