package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ReLULayerTest extends LayerContract {

  private static final Map<String, Object> PLAIN = options();

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("ReLU").bottom(2, 3),
        layer("ReLU").option("negative_slope", 0.1).bottom(2, 3, 2, 2),
        layer("ReLU").option("negative_slope", -0.5).bottom(2, 3),
        layer("ReLU").bottom(),
        layer("ReLU").bottom(3, 7000));
  }

  @Test
  void letsThroughWhatIsAbove0() {
    assertThat(run("ReLU", PLAIN, blob(-2, 0, 3))).containsExactly(0, 0, 3);
    assertThat(run("ReLU", options("negative_slope", 0.25), blob(-2, 0, 3)))
        .containsExactly(-0.5f, 0, 3);
  }

  @Test
  void hasTheSlopeOfTheNegativeSideAt0() {
    assertThat(gradient(PLAIN)).containsExactly(0, 0, 5);
    assertThat(gradient(options("negative_slope", 0.25))).containsExactly(0.75f, 1, 5);
    assertThat(gradient(options("negative_slope", -0.25))).containsExactly(-0.75f, -1, 5);
  }

  private static float[] gradient(Map<String, Object> options) {
    try (TestLayer layer = make("ReLU", options, blob(-2, 0, 3))) {
      layer.forward();
      layer.backward(3, 4, 5);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void worksInPlaceUnlessTheSlopeHidesTheSign() {
    LayerTraits declared = LayerTraits.of(ReLULayer.class.getAnnotation(LayerType.class));

    assertThat(new ReLULayer.Options(0.1f).refine(declared)).isEqualTo(declared);
    assertThat(declared).isEqualTo(new LayerTraits(true, Set.of(Reads.TOP_SIGN)));
    assertThat(new ReLULayer.Options(-0.1f).refine(declared))
        .isEqualTo(LayerTraits.forwardInPlace(Set.of(Reads.BOTTOM_DATA)));
  }

  @Test
  void refusesASlopeThatIsNoNumber() {
    assertThat(refusal("ReLU", options("negative_slope", ".inf"), blob(1)))
        .contains("negative_slope");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("ReLU", PLAIN, blob())).isEmpty();
  }
}
