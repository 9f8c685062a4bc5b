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

class LeakyReLULayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("LeakyReLU").bottom(2, 3),
        layer("LeakyReLU").bottom(),
        layer("LeakyReLU").bottom(3, 7),
        layer("LeakyReLU").option("negative_slope", 0).bottom(2, 3),
        layer("LeakyReLU").option("negative_slope", 0.3).bottom(3, 7),
        layer("LeakyReLU").option("negative_slope", -0.5).bottom(2, 3));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("LeakyReLU", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void letsALittleOfWhatIsBelow0Through() {
    assertThat(run("LeakyReLU", options(), blob(-200, 0, 3))).containsExactly(-2, 0, 3);
    assertThat(run("LeakyReLU", options("negative_slope", 0.25), blob(-2, 0, 3)))
        .containsExactly(-0.5f, 0, 3);
  }

  @Test
  void hasTheSlopeOfTheNegativeSideAt0() {
    assertThat(gradient(options(), new double[] {-2, 0, 3}, 100, 200, 5)).containsExactly(1, 2, 5);
  }

  @Test
  void worksInPlaceUnlessTheSlopeHidesTheSign() {
    LayerTraits declared = LayerTraits.of(LeakyReLULayer.class.getAnnotation(LayerType.class));

    assertThat(declared).isEqualTo(new LayerTraits(true, Set.of(Reads.TOP_SIGN)));
    assertThat(new LeakyReLULayer.Options(0.1f).refine(declared)).isEqualTo(declared);
    assertThat(new LeakyReLULayer.Options(-0.1f).refine(declared))
        .isEqualTo(LayerTraits.forwardInPlace(Set.of(Reads.BOTTOM_DATA)));
  }

  @Test
  void refusesASlopeThatIsNoNumber() {
    assertThat(refusal("LeakyReLU", options("negative_slope", ".inf"), blob(1)))
        .contains("negative_slope must be a finite number");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("LeakyReLU", options(), blob())).isEmpty();
  }
}
