package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ScaleLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case scale = layer("Scale");
    Case biased = scale.option("bias_term", true);
    return Stream.of(
        scale.bottom(2, 3, 4),
        scale.bottom(5, 1),
        biased.bottom(2, 3, 4),
        biased.option("axis", -1).bottom(2, 3),
        biased.option("axis", 1).option("num_axes", 2).bottom(2, 3, 4, 5),
        scale.option("axis", 0).option("num_axes", -1).bottom(2, 3).fixedShape(),
        biased.option("num_axes", 0).bottom(2, 3),
        scale.option("num_axes", 0).bottom(),
        scale.bottom(2, 3, 4).bottom(3).fixedShape(),
        scale.option("axis", 0).bottom(2, 3, 4).bottom(2, 3),
        scale.bottom(2, 3, 4).bottom());
  }

  private static Blob x() {
    return blob(Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void multipliesEachChannelByALearnedNumber() {
    try (TestLayer scale = make("Scale", options("bias_term", true), x())) {
      assertThat(scale.parameter(0)).containsExactly(1f, 1f);
      assertThat(scale.parameter(1)).containsExactly(0f, 0f);
      scale.setParameter(0, 10, -1);
      scale.setParameter(1, 0.5, 0);
      scale.forward();
      assertThat(scale.top(0)).containsExactly(10.5f, 20.5f, -3f, -4f, 50.5f, 60.5f, -7f, -8f);
      scale.backward(1, 1, 1, 1, 0, 1, 2, 0);
      assertThat(scale.bottomDiff(0)).containsExactly(10f, 10f, -1f, -1f, 0f, 10f, -2f, -0f);
      assertThat(scale.parameterDiff(0)).containsExactly(9f, 21f);
      assertThat(scale.parameterDiff(1)).containsExactly(3f, 4f);
    }
  }

  @Test
  void multipliesByASecondBottom() {
    try (TestLayer scale = make("Scale", options("axis", 0), x(), blob(10, 20))) {
      assertThat(scale.layer().parameters()).isEmpty();
      scale.forward();
      assertThat(scale.top(0)).containsExactly(10f, 20f, 30f, 40f, 100f, 120f, 140f, 160f);
      scale.backward(1, 0, 0, 0, 0, 0, 0, 1);
      assertThat(scale.bottomDiff(0)).containsExactly(10f, 0f, 0f, 0f, 0f, 0f, 0f, 20f);
      assertThat(scale.bottomDiff(1)).containsExactly(1f, 8f);
    }
  }

  @Test
  void takesAnEmptyBatch() {
    try (TestLayer scale = make("Scale", options(), blob(Shape.of(0, 2)))) {
      scale.forward();
      scale.backward();
      assertThat(scale.top(0)).isEmpty();
      assertThat(scale.parameterDiff(0)).containsExactly(0f, 0f);
    }
  }

  @Test
  void refusesAnotherNumberOfChannelsOnceItsFactorIsMade() {
    try (TestLayer scale = make("Scale", options(), x())) {
      scale.bottoms().get(0).reshape(Shape.of(2, 3));
      assertThatThrownBy(() -> scale.layer().reshape(scale.bottoms(), scale.tops()))
          .isInstanceOf(InvalidLayerException.class)
          .hasMessage(
              "the parameter has the shape [2], but must have that of the bottom [2x3] from axis 1"
                  + " on");
    }
  }

  @Test
  void refusesAxesThatThereAreNot() {
    assertThat(refusal("Scale", options("num_axes", 3), x()))
        .isEqualTo("num_axes is 3, but from axis 1 on the bottom [2x2x2] has 2");
    assertThat(refusal("Scale", options("num_axes", -2), x()))
        .contains("num_axes must be at least -1, but is -2");
  }
}
