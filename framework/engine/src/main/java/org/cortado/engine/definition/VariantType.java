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
      return choice(word, reporter)
          .flatMap(choice -> read(choice, MapNode.empty(word.place()), reporter));
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
    return choice(chosen.get(), reporter.at(TYPE))
        .flatMap(choice -> read(choice, map.without(TYPE), reporter));
  }

  private Optional<Class<? extends Record>> choice(Node word, Reporter reporter) {
    Map<String, Class<? extends Record>> choices = choices();
    String text = word instanceof ScalarNode scalar ? scalar.text() : "";
    Optional<Class<? extends Record>> choice = Optional.ofNullable(choices.get(text));
    if (choice.isEmpty()) {
      String one = "one of " + Words.listed(choices.keySet());
      String suggestion = Spelling.suggestion(text, choices.keySet());
      reporter.mustBe(one, word, word.described(), suggestion);
    }
    return choice;
  }

  private Optional<T> read(Class<? extends Record> choice, MapNode options, Reporter reporter) {
    return new RecordType<>(choice, types).read(options, reporter).map(interfaceType::cast);
  }

  private Map<String, Class<? extends Record>> choices() {
    Map<String, Class<? extends Record>> choices = types.variants().of(interfaceType);
    if (choices.isEmpty()) {
      throw new IllegalStateException("nothing is known that implements " + interfaceType);
    }
    return new TreeMap<>(choices);
  }

  private String example() {
    return choices().keySet().iterator().next();
  }
}
