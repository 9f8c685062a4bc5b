package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class SliceLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Slice").bottom(2, 3),
        layer("Slice").bottom(1, 1),
        layer("Slice").bottom(2, 4, 3).tops(2),
        layer("Slice").option("slice_point", "[1, 3]").bottom(2, 4).tops(3),
        layer("Slice").option("slice_point", 2).option("axis", -2).bottom(2, 5, 7).tops(2),
        layer("Slice").option("axis", 0).bottom(4, 3).tops(2).mixesItems(),
        layer("Slice").option("slice_dim", 2).bottom(2, 3, 4).tops(4));
  }

  private static TestLayer slice(int tops, Map<String, Object> options, Blob bottom) {
    return TestLayer.of("Slice", options, tops, List.of(bottom));
  }

  private static Blob rows() {
    return blob(Shape.of(2, 4), 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void cutsIntoEvenParts() {
    try (TestLayer slice = slice(2, options(), rows())) {
      slice.forward();
      assertThat(slice.topShape(1)).isEqualTo(Shape.of(2, 2));
      assertThat(slice.top(0)).containsExactly(1f, 2f, 5f, 6f);
      assertThat(slice.top(1)).containsExactly(3f, 4f, 7f, 8f);
    }
  }

  @Test
  void cutsAtThePoints() {
    try (TestLayer slice = slice(3, options("slice_point", "[1, 2]"), rows())) {
      slice.forward();
      assertThat(slice.top(0)).containsExactly(1f, 5f);
      assertThat(slice.top(1)).containsExactly(2f, 6f);
      assertThat(slice.top(2)).containsExactly(3f, 4f, 7f, 8f);
    }
  }

  @Test
  void joinsTheGradients() {
    try (TestLayer slice = slice(2, options("slice_point", 3), rows())) {
      slice.forward();
      slice.tops().get(0).diff().write().put(0, new float[] {1, 2, 3, 5, 6, 7});
      slice.tops().get(1).diff().write().put(0, new float[] {4, 8});
      slice.layer().backward(slice.tops(), new boolean[] {true}, slice.bottoms());
      assertThat(slice.bottomDiff(0)).containsExactly(1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f);
    }
  }

  @Test
  void takesAnEmptyBatch() {
    try (TestLayer slice = slice(2, options("axis", 0), blob(Shape.of(0, 2)))) {
      slice.forward();
      assertThat(slice.topShape(1)).isEqualTo(Shape.of(0, 2));
      slice.backward();
      assertThat(slice.bottomDiff(0)).isEmpty();
    }
  }

  private static void refuses(int tops, Map<String, Object> options, String message) {
    assertThatThrownBy(() -> slice(tops, options, rows()))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage(message);
  }

  @Test
  void refusesPartsThatAreNotThere() {
    refuses(
        3,
        options(),
        "axis 1 of the bottom [2x4] can't be cut into 3 parts of one size; give slice_point");
    refuses(
        2,
        options("slice_point", 4),
        "slice_point has 4, but must be inside axis 1 of the bottom [2x4]");
    refuses(3, options("slice_point", 1), "slice_point [1] makes 2 parts, but there are 3 tops");
    refuses(2, options("axis", 2), "axis is 2, but the bottom [2x4] has 2 axes");
  }

  @Test
  void refusesPointsOutOfOrderAndTwoAxes() {
    assertThat(refusal("Slice", options("slice_point", "[2, 2]"), rows()))
        .isEqualTo("slice_point [2, 2] must increase");
    assertThat(refusal("Slice", options("slice_dim", 1, "axis", 0), rows()))
        .isEqualTo("give axis or slice_dim, but not both");
  }
}
