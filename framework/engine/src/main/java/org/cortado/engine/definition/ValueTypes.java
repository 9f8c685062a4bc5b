package org.cortado.engine.definition;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Iterations;
import org.cortado.api.option.Range;

/**
 * Knows the type of option that a Java type stands for, and remembers what it found of records: a
 * net has many layers of a type.
 */
final class ValueTypes {

  private final Variants variants;
  private final Path dataFolder;
  private final Pace pace;
  private final Map<Class<? extends Record>, List<Component>> components = new HashMap<>();

  /**
   * Makes one.
   *
   * @param variants the records among which a {@code type} key chooses
   * @param dataFolder what files are relative to
   * @param pace what epochs and samples are in iterations
   */
  ValueTypes(Variants variants, Path dataFolder, Pace pace) {
    this.variants = variants;
    this.dataFolder = dataFolder;
    this.pace = pace;
  }

  Variants variants() {
    return variants;
  }

  /** Returns the components of a record. */
  List<Component> components(Class<? extends Record> type) {
    List<Component> known = components.get(type);
    if (known == null) {
      known = Component.of(type, this);
      components.put(type, known);
    }
    return known;
  }

  /**
   * Returns the type of a component of a record.
   *
   * @throws IllegalArgumentException if options can't be of its type
   */
  ValueType<?> of(RecordComponent component) {
    NumberRange range =
        Optional.ofNullable(component.getAnnotation(Range.class))
            .map(NumberRange::of)
            .orElse(NumberRange.ALL);
    Optional<Pace> counted =
        Optional.of(pace).filter(any -> component.isAnnotationPresent(Iterations.class));
    return of(component.getGenericType(), new NumberMarks(range, counted))
        .orElseThrow(() -> new IllegalArgumentException("no option can be a " + told(component)));
  }

  private static String told(RecordComponent component) {
    return component.getGenericType().getTypeName() + " " + component.getName();
  }

  /** What is declared of a number beside its type; the pace if it counts iterations. */
  private record NumberMarks(NumberRange range, Optional<Pace> pace) {}

  private Optional<ValueType<?>> of(Type type, NumberMarks marks) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, marks);
    }
    return type instanceof Class<?> plain
        ? ofNumber(plain, marks).or(() -> ofPlain(plain))
        : Optional.empty();
  }

  private Optional<ValueType<?>> ofGeneric(ParameterizedType type, NumberMarks marks) {
    Optional<ValueType<?>> inner = of(type.getActualTypeArguments()[0], marks);
    if (type.getRawType() == List.class) {
      return inner.map(ListType::new);
    }
    return type.getRawType() == Optional.class ? inner.map(OptionalType::new) : Optional.empty();
  }

  private static Optional<ValueType<?>> ofNumber(Class<?> type, NumberMarks marks) {
    NumberRange range = marks.range();
    if (type == int.class || type == Integer.class) {
      return Optional.of(WholeNumberType.ofInt(range));
    }
    if (type == long.class || type == Long.class) {
      return Optional.of(
          marks.pace().isPresent()
              ? new IterationsType(range, marks.pace().get())
              : WholeNumberType.ofLong(range));
    }
    if (type == float.class || type == Float.class) {
      return Optional.of(NumberType.ofFloat(range));
    }
    return type == double.class || type == Double.class
        ? Optional.of(NumberType.ofDouble(range))
        : Optional.empty();
  }

  private Optional<ValueType<?>> ofPlain(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of(new BooleanType());
    }
    if (type == String.class) {
      return Optional.of(new TextType());
    }
    if (type == MapNode.class) {
      return Optional.of(new MapType());
    }
    if (type == Path.class) {
      return Optional.of(new FileType(dataFolder));
    }
    return type == Shape.class ? Optional.of(new ShapeType()) : ofDeclared(type);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // The class has just been asked what it is.
  private Optional<ValueType<?>> ofDeclared(Class<?> type) {
    if (type.isEnum()) {
      return Optional.of(new EnumType(type));
    }
    if (type.isRecord()) {
      return Optional.of(new RecordType<>(type.asSubclass(Record.class), this));
    }
    return type.isInterface() ? Optional.of(new VariantType<>(type, this)) : Optional.empty();
  }
}
