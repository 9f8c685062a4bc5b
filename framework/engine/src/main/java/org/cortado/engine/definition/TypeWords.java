package org.cortado.engine.definition;

/**
 * What people call a type of option.
 *
 * @param name in a table: {@code whole number}
 * @param one in a message, after "must be": {@code a whole number}
 * @param many in a message about a list: {@code whole numbers}
 */
record TypeWords(String name, String one, String many) {

  /** Returns the words for a noun with a plain plural. */
  static TypeWords noun(String noun) {
    String article = "aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ";
    return new TypeWords(noun, article + noun, noun + "s");
  }

  /** Returns words that are the same everywhere. */
  static TypeWords same(String words) {
    return new TypeWords(words, words, words);
  }

  /** Returns the words for a list of these. */
  TypeWords list() {
    String list = "list of " + many;
    return new TypeWords(list, one + " or a " + list, "lists of " + many);
  }
}
