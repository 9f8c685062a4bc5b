package org.cortado.engine.definition;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.cortado.api.option.Alone;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/** One component of a record, as an option of a file. */
final class Component {

  /** Where a value comes from that a file leaves out. */
  private static final Place DEFAULT = Place.whole("default");

  private final RecordComponent component;
  private final ValueType<?> type;
  private final String key;
  private Optional<?> defaultValue = Optional.empty();
  private boolean knowsDefault;

  Component(RecordComponent component, ValueTypes types) {
    this.component = component;
    this.type = types.of(component);
    key = Words.snakeCase(component.getName());
  }

  /** Returns the key in a file. */
  String key() {
    return key;
  }

  ValueType<?> type() {
    return type;
  }

  String help() {
    return Optional.ofNullable(component.getAnnotation(Help.class)).map(Help::value).orElse("");
  }

  /** Returns what is declared to stand for the value in YAML where a file leaves it out. */
  Optional<String> defaultText() {
    return Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
  }

  /** Returns whether its value may stand alone for the whole record. */
  boolean standsAlone() {
    return component.isAnnotationPresent(Alone.class);
  }

  boolean isRequired() {
    return defaultText().isEmpty() && type.leftOut().isEmpty();
  }

  JsonSchema schema() {
    JsonSchema schema = type.schema().orExpression();
    schema = help().isEmpty() ? schema : schema.with("description", help());
    return defaultText().isPresent() ? schema.with("default", defaultText().get()) : schema;
  }

  /** Returns the value in a map or its default, or nothing once what is wrong is reported. */
  Optional<?> read(MapNode map, Reporter reporter) {
    Optional<Node> node = map.get(key());
    if (node.isPresent()) {
      return type.read(node.get(), reporter.at(key()));
    }
    if (isRequired()) {
      reporter.add(map.place(), missing(reporter.at(key()).path()));
    }
    return defaultText().isPresent() ? defaultValue() : type.leftOut();
  }

  /** Returns a map with the default of this component, if it has one and the map no value. */
  MapNode expand(MapNode map) {
    return map.entry(key())
        .or(() -> defaultNode(DEFAULT).map(node -> new MapEntry(key(), DEFAULT, node)))
        .map(entry -> map.with(new MapEntry(key(), entry.place(), type.expand(entry.value()))))
        .orElse(map);
  }

  private String missing(String path) {
    String range = type.range().isEmpty() ? "" : ", " + type.range();
    return path + " is missing; it must be " + type.words().one() + range;
  }

  private Optional<Node> defaultNode(Place place) {
    return defaultText().map(text -> defaultNode(text, place));
  }

  private Node defaultNode(String text, Place place) {
    return new YamlReader()
        .readValue(text, place, new Problems())
        .orElseThrow(
            () -> new IllegalStateException("the default of " + component + " is no YAML"));
  }

  private Optional<?> defaultValue() {
    if (!knowsDefault) {
      defaultValue = readDefault(Place.whole("the default of " + component));
      knowsDefault = true;
    }
    return defaultValue;
  }

  /** A default that isn't right is a fault of the record, never of the file. */
  private Optional<?> readDefault(Place place) {
    Problems faults = new Problems();
    Reporter reporter = new Reporter("", key(), faults);
    Optional<?> value = defaultNode(place).flatMap(node -> type.read(node, reporter));
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
