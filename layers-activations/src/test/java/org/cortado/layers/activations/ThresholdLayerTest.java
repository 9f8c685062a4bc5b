package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.junit.jupiter.api.Test;

class ThresholdLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Threshold").bottom(2, 3),
        layer("Threshold").bottom(),
        layer("Threshold").bottom(3, 7),
        layer("Threshold").option("threshold", 0.5).bottom(3, 7),
        layer("Threshold").option("threshold", -1).bottom(2, 3));
  }

  @Test
  void marksWhatIsAbove() {
    assertThat(run("Threshold", options(), blob(-1, 0, 1e-45, 2, Float.POSITIVE_INFINITY)))
        .containsExactly(0, 0, 1, 1, 1);
    assertThat(run("Threshold", options("threshold", 0.5), blob(0.5, 0.50000006, -7)))
        .containsExactly(0, 1, 0);
  }

  @Test
  void keepsNan() {
    assertThat(run("Threshold", options(), blob(Float.NaN))).containsExactly(Float.NaN);
  }

  @Test
  void refusesAThresholdThatIsNoNumber() {
    assertThat(refusal("Threshold", options("threshold", ".inf"), blob(1)))
        .contains("threshold must be a finite number");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("Threshold", options(), blob())).isEmpty();
  }
}
