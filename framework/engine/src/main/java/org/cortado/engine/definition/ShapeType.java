package org.cortado.engine.definition;

import java.util.List;
import java.util.Optional;
import org.cortado.api.blob.Shape;

/** The sizes of the axes of a blob; a single number is a list of one. */
final class ShapeType implements ValueType<Shape> {

  private static final TypeWords WORDS = TypeWords.noun("shape");
  private static final NumberRange SIZES =
      new NumberRange(
          0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private final ValueType<List<Integer>> sizes = new ListType<>(WholeNumberType.ofInt(SIZES));

  @Override
  public JsonSchema schema() {
    return sizes.schema();
  }

  @Override
  public TypeWords words() {
    return WORDS;
  }

  @Override
  public Optional<Shape> read(Node node, Reporter reporter) {
    return sizes.read(node, reporter).flatMap(dims -> shape(dims, node, reporter));
  }

  private static Optional<Shape> shape(List<Integer> dims, Node node, Reporter reporter) {
    try {
      return Optional.of(Shape.of(dims));
    } catch (IllegalArgumentException tooLarge) {
      reporter.add(node.place(), reporter.path() + ": " + tooLarge.getMessage());
      return Optional.empty();
    }
  }
}
