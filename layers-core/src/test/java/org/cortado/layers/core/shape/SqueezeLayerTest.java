package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class SqueezeLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Squeeze").bottom(2, 1, 3, 1),
        layer("Squeeze").option("axes", "[1, -1]").bottom(2, 1, 3, 1),
        layer("Squeeze").option("axes", 0).bottom(1, 2).fixedShape(),
        layer("Squeeze").bottom(1, 1).fixedShape(),
        layer("Squeeze").bottom());
  }

  private static Blob zeros(int... dims) {
    Shape shape = Shape.of(dims);
    return blob(shape, new double[shape.count()]);
  }

  private static Shape squeezed(Map<String, Object> options, int... dims) {
    Blob x = zeros(dims);
    try (TestLayer layer = make("Squeeze", options, x)) {
      layer.forward();
      assertThat(layer.tops().get(0).data().sharesMemoryWith(x.data())).isTrue();
      assertThat(layer.tops().get(0).diff().sharesMemoryWith(x.diff())).isTrue();
      return layer.topShape(0);
    }
  }

  @Test
  void takesOutAllAxesOfSizeOne() {
    assertThat(squeezed(options(), 1, 2, 1, 3)).isEqualTo(Shape.of(2, 3));
    assertThat(squeezed(options(), 2, 3)).isEqualTo(Shape.of(2, 3));
    assertThat(squeezed(options(), 1, 1)).isEqualTo(Shape.of());
    assertThat(squeezed(options(), 0, 1)).isEqualTo(Shape.of(0));
  }

  @Test
  void takesOutTheGivenAxesAlone() {
    assertThat(squeezed(options("axes", "[0, -1]"), 1, 2, 1, 1)).isEqualTo(Shape.of(2, 1));
  }

  @Test
  void refusesAxesOfOtherSizesAndOnesGivenTwice() {
    assertThat(refusal("Squeeze", options("axes", 0), zeros(2, 1)))
        .isEqualTo("axis 0 of the bottom [2x1] has the size 2, but must have 1");
    assertThat(refusal("Squeeze", options("axes", 2), zeros(2, 1)))
        .isEqualTo("axes is 2, but the bottom [2x1] has 2 axes");
    assertThat(refusal("Squeeze", options("axes", "[1, -1]"), zeros(2, 1)))
        .isEqualTo("axes [1, -1] has an axis of the bottom [2x1] twice");
  }
}
