package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class BiasLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case bias = layer("Bias");
    return Stream.of(
        bias.bottom(2, 3, 4),
        bias.bottom(5, 1),
        bias.option("axis", -1).bottom(2, 3),
        bias.option("axis", 1).option("num_axes", 2).bottom(2, 3, 4, 5),
        bias.option("num_axes", -1).bottom(2, 3, 4),
        bias.option("axis", 0).option("num_axes", -1).bottom(2, 3).fixedShape(),
        bias.option("num_axes", 0).bottom(2, 3),
        bias.option("num_axes", 0).bottom(),
        bias.bottom(2, 3, 4).bottom(3).fixedShape(),
        bias.option("axis", 0).bottom(2, 3, 4).bottom(2, 3),
        bias.bottom(2, 3, 4).bottom(),
        bias.phase(Phase.TEST).bottom(2, 3));
  }

  private static Blob x() {
    return blob(Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void addsALearnedNumberToEachChannel() {
    try (TestLayer bias = make("Bias", options(), x())) {
      assertThat(bias.parameter(0)).containsExactly(0f, 0f);
      bias.setParameter(0, 10, 20);
      bias.forward();
      assertThat(bias.top(0)).containsExactly(11f, 12f, 23f, 24f, 15f, 16f, 27f, 28f);
      bias.backward(1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(bias.bottomDiff(0)).containsExactly(1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f);
      assertThat(bias.parameterDiff(0)).containsExactly(14f, 22f);
    }
  }

  @Test
  void addsASecondBottom() {
    try (TestLayer bias = make("Bias", options("axis", 0), x(), blob(10, 20))) {
      assertThat(bias.layer().parameters()).isEmpty();
      bias.forward();
      assertThat(bias.top(0)).containsExactly(11f, 12f, 13f, 14f, 25f, 26f, 27f, 28f);
      bias.backward(1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(bias.bottomDiff(1)).containsExactly(10f, 26f);
    }
  }

  @Test
  void takesAnEmptyBatch() {
    try (TestLayer bias = make("Bias", options(), blob(Shape.of(0, 2)))) {
      bias.forward();
      bias.backward();
      assertThat(bias.top(0)).isEmpty();
      assertThat(bias.parameterDiff(0)).containsExactly(0f, 0f);
    }
  }

  @Test
  void refusesAxesThatThereAreNot() {
    assertThat(refusal("Bias", options("num_axes", 3), x()))
        .isEqualTo("num_axes is 3, but from axis 1 on the bottom [2x2x2] has 2");
    assertThat(refusal("Bias", options("axis", 3), x()))
        .isEqualTo("axis is 3, but the bottom [2x2x2] has 3 axes");
    assertThat(refusal("Bias", options(), blob(1, 2)))
        .isEqualTo("axis is 1, but the bottom [2] has 1 axes");
  }

  @Test
  void refusesASecondBottomOfOtherSizes() {
    assertThat(refusal("Bias", options(), x(), blob(1, 2, 3)))
        .isEqualTo(
            "bottom 1 has the shape [3], but must have that of the bottom [2x2x2] from axis 1 on");
    assertThat(refusal("Bias", options("axis", 2), x(), blob(Shape.of(2, 2), 1, 2, 3, 4)))
        .isEqualTo(
            "bottom 1 has the shape [2x2], but must have that of the bottom [2x2x2] from axis 2"
                + " on");
  }
}
