package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class LogSoftmaxLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("LogSoftmax").bottom(2, 3),
        layer("LogSoftmax").bottom(2, 3, 2, 2),
        layer("LogSoftmax").option("axis", -1).bottom(2, 3, 4),
        layer("LogSoftmax").option("axis", 0).bottom(5).mixesItems(),
        layer("LogSoftmax").bottom(2, 1));
  }

  @Test
  void isTheLogarithmOfAShare() {
    double ln2 = Math.log(2);

    assertThat(run("LogSoftmax", options("axis", 0), blob(0, ln2, 0)))
        .containsExactly(
            new float[] {(float) -Math.log(4), (float) -ln2, (float) -Math.log(4)}, within(1e-6f));
  }

  @Test
  void takesNoLogarithmOf0() {
    assertThat(run("LogSoftmax", options(), blob(Shape.of(1, 2), 1000, -1000)))
        .containsExactly(0, -2000);
  }

  @Test
  void keepsNaN() {
    assertThat(run("LogSoftmax", options(), blob(Shape.of(1, 2), 1, Double.NaN)))
        .containsOnly(Float.NaN);
  }

  @Test
  void takesTheShareOfAllFromEachGradient() {
    try (TestLayer layer = make("LogSoftmax", options("axis", 0), blob(1, 1))) {
      layer.forward();
      layer.backward(3, 1);
      assertThat(layer.bottomDiff(0)).containsExactly(new float[] {1, -1}, within(1e-6f));
    }
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("LogSoftmax", options(), blob(Shape.of(0, 3)))).isEmpty();
  }

  @Test
  void refusesAnAxisThatIsNotThere() {
    assertThat(refusal("LogSoftmax", options("axis", 2), blob(Shape.of(1, 2), 0, 0)))
        .isEqualTo("axis must be an axis of the scores, but is 2 while they are [1x2]");
  }
}
