package org.cortado.engine.definition;

import java.util.Optional;

/** What a file may leave out without a default taking its place. */
final class OptionalType<T> implements ValueType<Optional<T>> {

  private final ValueType<T> value;

  OptionalType(ValueType<T> value) {
    this.value = value;
  }

  @Override
  public JsonSchema schema() {
    return value.schema();
  }

  @Override
  public TypeWords words() {
    return value.words();
  }

  @Override
  public String range() {
    return value.range();
  }

  @Override
  public Optional<Class<? extends Record>> record() {
    return value.record();
  }

  @Override
  public Optional<Optional<T>> leftOut() {
    return Optional.of(Optional.empty());
  }

  @Override
  public Node expand(Node node) {
    return value.expand(node);
  }

  @Override
  public Optional<Optional<T>> read(Node node, Reporter reporter) {
    Optional<T> present = value.read(node, reporter);
    return present.isPresent() ? Optional.of(present) : Optional.empty();
  }
}
