package org.cortado.engine.definition;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;

/** A map whose keys are the components of a record. */
final class RecordType<T extends Record> implements ValueType<T> {

  private static final TypeWords WORDS = TypeWords.noun("map");

  private final Class<T> type;
  private final ValueTypes types;

  RecordType(Class<T> type, ValueTypes types) {
    this.type = type;
    this.types = types;
  }

  @Override
  public JsonSchema schema() {
    JsonSchema map = schema(List.of());
    return alone().map(value -> JsonSchema.anyOf(value.schema(), map)).orElse(map);
  }

  /** Returns the component whose value may stand for a whole map. */
  private Optional<Component> alone() {
    return types.components(type).stream().filter(Component::standsAlone).findFirst();
  }

  /** Returns a node as a map, where it isn't one but may stand for one. */
  private Node unfolded(Node node) {
    return alone()
        .filter(value -> node instanceof ScalarNode scalar && !scalar.isNull())
        .map(value -> new MapEntry(value.key(), node.place(), node))
        .<Node>map(entry -> MapNode.empty(node.place()).with(entry))
        .orElse(node);
  }

  @Override
  public TypeWords words() {
    return WORDS;
  }

  /**
   * Returns the schema of a map of the components and of a word that chose the record.
   *
   * @param choosing the keys of such words
   */
  JsonSchema schema(List<String> choosing) {
    Map<String, JsonSchema> properties = new LinkedHashMap<>();
    choosing.forEach(key -> properties.put(key, JsonSchema.any()));
    List<String> required = new ArrayList<>();
    for (Component component : types.components(type)) {
      properties.put(component.key(), component.schema());
      if (component.isRequired()) {
        required.add(component.key());
      }
    }
    return JsonSchema.map(properties, required);
  }

  @Override
  public Optional<Class<? extends Record>> record() {
    return Optional.of(type);
  }

  @Override
  public Node expand(Node node) {
    return unfolded(node) instanceof MapNode map ? expandMap(map) : node;
  }

  /** Returns a map with the defaults of all that it leaves out. */
  MapNode expandMap(MapNode map) {
    MapNode expanded = map;
    for (Component component : types.components(type)) {
      expanded = component.expand(expanded);
    }
    return expanded;
  }

  @Override
  public Optional<T> read(Node node, Reporter reporter) {
    if (unfolded(node) instanceof MapNode map) {
      return readMap(map, reporter);
    }
    reporter.mustBe(WORDS.one(), node);
    return Optional.empty();
  }

  private Optional<T> readMap(MapNode map, Reporter reporter) {
    List<Component> components = types.components(type);
    MapNode checked = keys(components).check(map, reporter);
    Object[] values =
        components.stream()
            .flatMap(component -> component.read(checked, reporter).stream())
            .toArray();
    return values.length == components.size()
        ? construct(values, map.place(), reporter)
        : Optional.empty();
  }

  private static Keys keys(List<Component> components) {
    List<String> known = components.stream().map(Component::key).toList();
    String advice = known.isEmpty() ? "; there are none" : "; known are " + Words.listed(known);
    return new Keys("option", known, advice);
  }

  private Optional<T> construct(Object[] values, Place place, Reporter reporter) {
    try {
      return Optional.of(constructor().newInstance(values));
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof InvalidLayerException refused) {
        String path = reporter.path().isEmpty() ? "" : reporter.path() + ": ";
        reporter.add(place, path + refused.getMessage());
        return Optional.empty();
      }
      throw new IllegalStateException("the constructor of " + type.getName() + " failed", thrown);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Constructor<T> constructor() throws NoSuchMethodException {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<T> canonical = type.getDeclaredConstructor(parameters);
    // A layer's options need not be public.
    canonical.setAccessible(true);
    return canonical;
  }
}
