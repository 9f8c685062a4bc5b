package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cortado.testkit.Values.exactly;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a layer gets that is one formula. */
class FormulaLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Squash").bottom(2, 3),
        layer("Squash").bottom(3, 20_000),
        layer("Ramp").bottom(exactly(-2, -1, 1, 3), 2, 2),
        layer("Ramp").bottom(3, 7));
  }

  @Test
  void appliesTheFormulaToEveryElement() {
    assertThat(run("Squash", options(), blob(0, 1, -3))).containsExactly(0, 0.5f, -0.75f);
  }

  @Test
  void multipliesTheDerivativeByTheGradientOfTheTop() {
    try (TestLayer layer = make("Squash", options(), blob(0, 1, -3))) {
      layer.forward();
      layer.backward(3, 8, 16);
      assertThat(layer.bottomDiff(0)).containsExactly(3, 2, 1);
    }
  }

  @Test
  void stepsFrom0To1() {
    float tiny = Float.MIN_VALUE;
    float most = Float.MAX_VALUE;
    float endless = Float.POSITIVE_INFINITY;
    try (TestLayer layer =
        make("Ramp", options(), blob(-endless, -1, -tiny, -0f, 0, tiny, 1, most, endless))) {
      layer.forward();
      layer.backward(2, 2, 2, 2, 2, 2, 2, 2, 2);
      assertThat(layer.bottomDiff(0)).containsExactly(0, 0, 0, 0, 0, 2, 2, 2, 2);
    }
  }

  @Test
  void givesNaNForWhatIsNotDeclared() {
    Case secretive = layer("Squash").option("secretive", true).bottom(2, 3);
    assertThatThrownBy(
            () -> Clause.GRADIENTS_AGREE_WITH_DIFFERENCES.prove(secretive, Backends.portable()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("NaN");
  }
}
