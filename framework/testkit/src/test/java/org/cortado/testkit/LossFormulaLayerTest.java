package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.junit.jupiter.api.Test;

/** What a loss gets that is one formula. */
class LossFormulaLayerTest extends LayerContract {

  private static final float NEAR = (float) Math.log(Math.cosh(1));

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("LogCosh").bottom(4, 3).bottom(4, 3),
        layer("LogCosh").option("scale", "per_element").bottom(2, 3, 5).bottom(2, 15),
        layer("LogCosh").option("scale", "sum").bottom(1).bottom(1),
        layer("LogCosh").bottom().bottom());
  }

  private static Blob predictions() {
    return blob(Shape.of(2, 2), 1, 2, 3, 4);
  }

  private static Blob targets() {
    return blob(Shape.of(2, 2), 2, 2, 4, 4);
  }

  private static float loss(String scale) {
    return run("LogCosh", options("scale", scale), predictions(), targets())[0];
  }

  @Test
  void isTheSumOfTheTermsAsItIsScaled() {
    assertThat(loss("sum")).isCloseTo(2 * NEAR, within(1e-6f));
    assertThat(loss("per_item")).isCloseTo(NEAR, within(1e-6f));
    assertThat(loss("per_element")).isCloseTo(NEAR / 2, within(1e-6f));
  }

  @Test
  void slopesForTheTargetsTheOtherWay() {
    try (TestLayer layer =
        make("LogCosh", options("scale", "per_item"), predictions(), targets())) {
      layer.forward();
      layer.backward(6);
      float slope = (float) Math.tanh(1) * 3;
      assertThat(layer.bottomDiff(0)).containsExactly(-slope, 0, -slope, 0);
      assertThat(layer.bottomDiff(1)).containsExactly(slope, -0f, slope, -0f);
    }
  }

  @Test
  void refusesTargetsOfOtherItems() {
    assertThat(refusal("LogCosh", options(), blob(Shape.of(2, 2), 1, 2, 3, 4), blob(1, 2, 3, 4)))
        .isEqualTo("both bottoms must have the same items and elements, but are [2x2] and [4]");
  }

  @Test
  void isFoundOutWhereTheSlopeIsNotThatOfTheTerm() {
    Case mistaken = layer("LogCosh").option("mistake", 1.1).bottom(4, 3).bottom(4, 3);
    assertThatThrownBy(
            () -> Clause.GRADIENTS_AGREE_WITH_DIFFERENCES.prove(mistaken, Backends.portable()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("FAIL bottom 0 [4x3]");
  }
}
