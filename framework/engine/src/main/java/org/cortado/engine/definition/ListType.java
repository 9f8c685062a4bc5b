package org.cortado.engine.definition;

import java.util.List;
import java.util.Optional;

/** A list; a single value, and so a single shape, is a list of one. */
final class ListType<T> implements ValueType<List<T>> {

  private final ValueType<T> item;

  ListType(ValueType<T> item) {
    this.item = item;
  }

  @Override
  public JsonSchema schema() {
    JsonSchema one = item.schema().orExpression();
    return JsonSchema.anyOf(one, JsonSchema.list(one));
  }

  @Override
  public TypeWords words() {
    return item.words().list();
  }

  @Override
  public String range() {
    return item.range();
  }

  @Override
  public Optional<Class<? extends Record>> record() {
    return item.record();
  }

  @Override
  public Optional<List<T>> leftOut() {
    return Optional.of(List.of());
  }

  @Override
  public Node expand(Node node) {
    return node instanceof ListNode list
        ? new ListNode(list.place(), list.items().stream().map(item::expand).toList())
        : item.expand(node);
  }

  @Override
  public Optional<List<T>> read(Node node, Reporter reporter) {
    if (node instanceof ListNode list && !isShape(list)) {
      return items(list, reporter);
    }
    if (node instanceof ScalarNode scalar && scalar.isNull()) {
      reporter.mustBe(words().one(), node);
      return Optional.empty();
    }
    return item.read(node, reporter).map(List::of);
  }

  /** Tells {@code [2, 3]}, one shape, from {@code [[2], [3]]}; {@code []} is that of a scalar. */
  private boolean isShape(ListNode list) {
    return item instanceof ShapeType && list.items().stream().noneMatch(ListNode.class::isInstance);
  }

  private Optional<List<T>> items(ListNode list, Reporter reporter) {
    List<T> values =
        list.items().stream().flatMap(node -> item.read(node, reporter).stream()).toList();
    return Optional.of(values).filter(all -> all.size() == list.items().size());
  }
}
