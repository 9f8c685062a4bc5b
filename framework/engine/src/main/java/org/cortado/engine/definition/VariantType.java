package org.cortado.engine.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    this.words = TypeWords.noun(Words.kind(interfaceType));
  }

  @Override
  public JsonSchema schema() {
    return JsonSchema.defined(words.name());
  }

  /** Returns what {@link #schema} refers to. */
  JsonSchema choice() {
    List<String> alone = new ArrayList<>();
    List<Map<String, Object>> maps = new ArrayList<>();
    choices()
        .forEach(
            (word, choice) -> {
              maps.add(chosen(word, new RecordType<>(choice, types).schema(List.of(TYPE))));
              if (types.components(choice).stream().noneMatch(Component::isRequired)) {
                alone.add(word);
              }
            });
    JsonSchema map =
        JsonSchema.type("object")
            .with("required", List.of(TYPE))
            .with("properties", Map.of(TYPE, JsonSchema.words(choices().keySet()).keywords()))
            .with("allOf", maps);
    return JsonSchema.anyOf(JsonSchema.words(alone), map);
  }

  private static Map<String, Object> chosen(String word, JsonSchema record) {
    Map<String, Object> type = Map.of(TYPE, Map.of("const", word));
    return Map.of("if", Map.of("properties", type), "then", record.keywords());
  }

  @Override
  public TypeWords words() {
    return words;
  }

  @Override
  public Node expand(Node node) {
    MapNode map =
        node instanceof MapNode given
            ? given
            : MapNode.empty(node.place()).with(new MapEntry(TYPE, node.place(), node));
    return map.get(TYPE)
        .flatMap(this::find)
        .map(choice -> new RecordType<>(choice, types).expand(map))
        .orElse(node);
  }

  private Optional<Class<? extends Record>> find(Node word) {
    return Optional.ofNullable(choices().get(text(word)));
  }

  private static String text(Node word) {
    return word instanceof ScalarNode scalar ? scalar.text() : "";
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
      String one =
          choices().isEmpty() ? "" : "; it must be one of " + Words.listed(choices().keySet());
      reporter.add(map.place(), reporter.path() + " has no type" + one);
      return Optional.empty();
    }
    return choice(chosen.get(), atType(reporter))
        .flatMap(choice -> read(choice, map.without(TYPE), reporter));
  }

  /** A solver's type is a key of that name itself, and short for a map with one. */
  private static Reporter atType(Reporter reporter) {
    return reporter.path().equals(TYPE) ? reporter : reporter.at(TYPE);
  }

  private Optional<Class<? extends Record>> choice(Node word, Reporter reporter) {
    Optional<Class<? extends Record>> choice = find(word);
    Optional<String> clash = types.variants().clash(interfaceType, text(word));
    if (clash.isPresent()) {
      reporter.add(word.place(), clash.get());
    } else if (choices().isEmpty()) {
      reporter.add(
          word.place(),
          "%s names %s, but no plug-in at hand offers %s"
              .formatted(reporter.path(), word.described(), words.one()));
    } else if (choice.isEmpty()) {
      Set<String> words = choices().keySet();
      String suggestion = Spelling.suggestion(text(word), words);
      reporter.mustBe("one of " + Words.listed(words), word, word.described(), suggestion);
    }
    return choice;
  }

  private Optional<T> read(Class<? extends Record> choice, MapNode options, Reporter reporter) {
    return new RecordType<>(choice, types).read(options, reporter).map(interfaceType::cast);
  }

  private Map<String, Class<? extends Record>> choices() {
    return new TreeMap<>(types.variants().of(interfaceType));
  }

  private String example() {
    return choices().keySet().stream().findFirst().orElse("vendor:Type");
  }
}
