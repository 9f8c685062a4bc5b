package org.cortado.engine.definition;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/** One component of a record, as an option of a file. */
final class Component {

  private final RecordComponent component;
  private final ValueType<?> type;

  Component(RecordComponent component, ValueTypes types) {
    this.component = component;
    this.type = types.of(component);
  }

  /** Returns the key in a file. */
  String key() {
    return Words.snakeCase(component.getName());
  }

  ValueType<?> type() {
    return type;
  }

  String help() {
    return Optional.ofNullable(component.getAnnotation(Help.class)).map(Help::value).orElse("");
  }

  /** Returns what stands for the value in YAML where a file leaves it out. */
  Optional<String> defaultText() {
    Optional<String> declared =
        Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
    return declared.or(() -> type instanceof ListType ? Optional.of("[]") : Optional.empty());
  }

  boolean isRequired() {
    return defaultText().isEmpty() && !(type instanceof OptionalType);
  }

  /** Returns the value in a map or its default, or nothing once what is wrong is reported. */
  Optional<?> read(MapNode map, Reporter reporter) {
    Optional<Node> node = map.get(key());
    if (node.isPresent()) {
      return type.read(node.get(), reporter.at(key()));
    }
    if (isRequired()) {
      reporter.add(map.place(), missing(reporter.at(key()).path()));
      return Optional.empty();
    }
    return defaultText().isPresent() ? defaultValue(map) : Optional.of(Optional.empty());
  }

  private String missing(String path) {
    String range = type.range().isEmpty() ? "" : ", " + type.range();
    return path + " is missing; it must be " + type.words().one() + range;
  }

  /** A default that isn't right is a fault of the record, never of the file. */
  private Optional<?> defaultValue(MapNode map) {
    Problems faults = new Problems();
    Optional<?> value =
        defaultText()
            .flatMap(text -> new YamlReader().readValue(text, map.place(), faults))
            .flatMap(node -> type.read(node, new Reporter("", key(), faults)));
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "the default of " + component + " is wrong: " + faults.sorted().get(0).message());
    }
    return value;
  }

  /** Returns the components of a record. */
  static List<Component> of(Class<? extends Record> type, ValueTypes types) {
    return List.of(type.getRecordComponents()).stream()
        .map(component -> new Component(component, types))
        .toList();
  }
}
