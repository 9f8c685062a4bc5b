package org.cortado.engine.definition;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A record that a {@code type} key chooses; the word alone where it needs no more. */
final class VariantType<T> implements ValueType<T> {

  private static final String TYPE = "type";

  private final Class<T> interfaceType;
  private final ValueTypes types;
  private final TypeWords words;

  VariantType(Class<T> interfaceType, ValueTypes types) {
    this.interfaceType = interfaceType;
    this.types = types;
    this.words = TypeWords.noun(Words.spaced(interfaceType.getSimpleName()));
  }

  @Override
  public TypeWords words() {
    return words;
  }

  @Override
  public Optional<T> read(Node node, Reporter reporter) {
    if (node instanceof MapNode map) {
      return readMap(map, reporter);
    }
    if (node instanceof ScalarNode word && !word.isNull()) {
      return choose(word, MapNode.empty(word.place()), reporter);
    }
    reporter.mustBe(words.one() + " such as {type: " + example() + "}", node);
    return Optional.empty();
  }

  private Optional<T> readMap(MapNode map, Reporter reporter) {
    Optional<Node> chosen = map.get(TYPE);
    if (chosen.isEmpty()) {
      String one = "one of " + Words.listed(choices().keySet());
      reporter.add(map.place(), reporter.path() + " has no type; it must be " + one);
      return Optional.empty();
    }
    return choose(chosen.get(), map.without(TYPE), reporter);
  }

  private Optional<T> choose(Node word, MapNode options, Reporter reporter) {
    Map<String, Class<? extends Record>> choices = choices();
    String text = word instanceof ScalarNode scalar ? scalar.text() : "";
    Class<? extends Record> choice = choices.get(text);
    if (choice == null) {
      String one = "one of " + Words.listed(choices.keySet());
      String suggestion = Spelling.suggestion(text, choices.keySet());
      reporter.at(TYPE).mustBe(one, word, word.described(), suggestion);
      return Optional.empty();
    }
    return new RecordType<>(choice, types).read(options, reporter).map(interfaceType::cast);
  }

  private Map<String, Class<? extends Record>> choices() {
    return new TreeMap<>(types.variants().of(interfaceType));
  }

  private String example() {
    return choices().keySet().stream().findFirst().orElse("…");
  }
}
