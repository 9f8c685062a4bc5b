package org.cortado.testkit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Default;
import org.cortado.api.option.Range;
import org.cortado.engine.definition.Words;
import org.cortado.engine.plugin.LayerDeclaration;

/** Which options a layer may be given, as far as its declaration tells. */
final class OptionSpace {

  private static final List<Object> ODD_NUMBERS =
      List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1e30, "[]", "[1, 1, 1, 1, 1]");

  private final List<RecordComponent> components;

  OptionSpace(LayerDeclaration declaration) {
    components = List.of(declaration.optionsType().getRecordComponents());
  }

  /**
   * Returns options to begin with: those that are required, then each time another one as well,
   * which a layer may want though its declaration doesn't say so.
   */
  List<Map<String, Object>> starts() {
    Map<String, Object> required = new LinkedHashMap<>();
    components.stream()
        .filter(OptionSpace::isRequired)
        .forEach(
            component ->
                values(component)
                    .findFirst()
                    .ifPresent(value -> required.put(key(component), value)));
    List<Map<String, Object>> starts = new ArrayList<>();
    starts.add(required);
    components.stream()
        .filter(component -> !isRequired(component))
        .forEach(
            component ->
                values(component).forEach(value -> starts.add(with(required, component, value))));
    return starts;
  }

  /** Returns options that differ from the given ones by one each time. */
  List<Map<String, Object>> neighbours(Map<String, Object> options) {
    return components.stream()
        .flatMap(
            component ->
                values(component)
                    .filter(value -> !value.toString().equals(text(component, options)))
                    .limit(most(component))
                    .map(value -> with(options, component, value)))
        .toList();
  }

  /** Every word is tried, but of numbers a few. */
  private static int most(RecordComponent component) {
    return plain(component.getGenericType()) instanceof Class<?> type && type.isEnum()
        ? Integer.MAX_VALUE
        : 2;
  }

  /** Returns options of which one is far off. */
  List<Map<String, Object>> oddities(Map<String, Object> options) {
    return components.stream()
        .filter(component -> isNumber(plain(component.getGenericType())))
        .flatMap(component -> ODD_NUMBERS.stream().map(value -> with(options, component, value)))
        .toList();
  }

  /** Returns the longest key, if there is one: it is the easiest to guess. */
  Optional<String> longestKey() {
    return components.stream().map(OptionSpace::key).max(Comparator.comparingInt(String::length));
  }

  private static Map<String, Object> with(
      Map<String, Object> options, RecordComponent component, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(options);
    changed.put(key(component), value);
    return changed;
  }

  private static String key(RecordComponent component) {
    return Words.snakeCase(component.getName());
  }

  private static Optional<String> standard(RecordComponent component) {
    return Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
  }

  private static String text(RecordComponent component, Map<String, Object> options) {
    return Optional.ofNullable(options.get(key(component)))
        .map(Object::toString)
        .or(() -> standard(component))
        .orElse("");
  }

  private static boolean isRequired(RecordComponent component) {
    Class<?> type = component.getType();
    return standard(component).isEmpty() && type != List.class && type != Optional.class;
  }

  /** Returns the type of the option, or of one item of a list. */
  private static Type plain(Type type) {
    return type instanceof ParameterizedType generic
        ? plain(generic.getActualTypeArguments()[0])
        : type;
  }

  private static boolean isNumber(Type type) {
    return isWhole(type) || isReal(type);
  }

  private static boolean isWhole(Type type) {
    return type == int.class || type == Integer.class || type == long.class || type == Long.class;
  }

  private static boolean isReal(Type type) {
    return type == float.class
        || type == Float.class
        || type == double.class
        || type == Double.class;
  }

  private static Stream<Object> values(RecordComponent component) {
    Type type = plain(component.getGenericType());
    if (isNumber(type)) {
      return numbers(component, type);
    }
    if (type == boolean.class || type == Boolean.class) {
      return Stream.of(true, false);
    }
    if (type instanceof Class<?> plain && plain.isEnum()) {
      return Stream.of(plain.getEnumConstants()).map(each -> Words.of((Enum<?>) each));
    }
    if (type == Shape.class) {
      return Stream.of("[2, 3]", "[2, 12]");
    }
    return type == Filler.class ? Stream.of("{type: constant, value: 0.5}") : Stream.of();
  }

  private static Stream<Object> numbers(RecordComponent component, Type type) {
    Range range = component.getAnnotation(Range.class);
    double least = range == null || Double.isInfinite(range.min()) ? 1 : range.min();
    Stream<Object> numbers =
        isWhole(type) ? Stream.of(2, 1, 3, (long) least) : Stream.of(0.5, 2.0, least, 0.0);
    return numbers.distinct();
  }
}
