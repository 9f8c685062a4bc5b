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

class UnsqueezeLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Unsqueeze").option("axes", 0).bottom(2, 3),
        layer("Unsqueeze").option("axes", "[-1, 1]").bottom(2, 3),
        layer("Unsqueeze").option("axes", "[0, 1]").bottom());
  }

  private static Blob zeros(int... dims) {
    Shape shape = Shape.of(dims);
    return blob(shape, new double[shape.count()]);
  }

  private static Shape squeezed(Map<String, Object> options, int... dims) {
    Blob x = zeros(dims);
    try (TestLayer layer = make("Unsqueeze", options, x)) {
      layer.forward();
      assertThat(layer.tops().get(0).data().sharesMemoryWith(x.data())).isTrue();
      assertThat(layer.tops().get(0).diff().sharesMemoryWith(x.diff())).isTrue();
      return layer.topShape(0);
    }
  }

  @Test
  void putsAxesWhereTheTopShallHaveThem() {
    assertThat(squeezed(options("axes", "[3, 0]"), 2, 3)).isEqualTo(Shape.of(1, 2, 3, 1));
    assertThat(squeezed(options("axes", -1), 2, 3)).isEqualTo(Shape.of(2, 3, 1));
    assertThat(squeezed(options("axes", "[-1, -3]"), 2, 3)).isEqualTo(Shape.of(2, 1, 3, 1));
    assertThat(squeezed(options("axes", "[1]"), 0)).isEqualTo(Shape.of(0, 1));
  }

  @Test
  void refusesAxesThatTheTopHasNotOrTwice() {
    assertThat(refusal("Unsqueeze", options("axes", 2), zeros(2)))
        .isEqualTo("axes has 2, but the top will have 2 axes");
    assertThat(refusal("Unsqueeze", options("axes", -3), zeros(2)))
        .isEqualTo("axes has -3, but the top will have 2 axes");
    assertThat(refusal("Unsqueeze", options("axes", "[0, -3]"), zeros(2)))
        .isEqualTo("axes [0, -3] has one of the top's 3 axes twice");
    assertThat(refusal("Unsqueeze", options(), zeros(2)))
        .endsWith("give at least one of the top's axes");
  }
}
