package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class SoftmaxLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Softmax").bottom(2, 3),
        layer("Softmax").bottom(2, 3, 2, 2),
        layer("Softmax").option("axis", -1).bottom(2, 3, 4),
        layer("Softmax").option("axis", 0).bottom(5).mixesItems(),
        layer("Softmax").bottom(2, 1));
  }

  @Test
  void sharesOneOutByExponentials() {
    double ln2 = Math.log(2);

    assertThat(run("Softmax", options("axis", 0), blob(0, ln2, 0)))
        .containsExactly(new float[] {0.25f, 0.5f, 0.25f}, within(1e-6f));
  }

  @Test
  void goesAlongItsAxis() {
    double ln3 = Math.log(3);

    assertThat(run("Softmax", options("axis", 0), blob(Shape.of(2, 2), 0, 0, ln3, 0)))
        .containsExactly(new float[] {0.25f, 0.5f, 0.75f, 0.5f}, within(1e-6f));
  }

  @Test
  void doesNotOverflow() {
    assertThat(run("Softmax", options(), blob(Shape.of(1, 3), 1000, 1000, -1000)))
        .containsExactly(0.5f, 0.5f, 0);
  }

  @Test
  void movesProbabilityFromOneClassToAnother() {
    try (TestLayer layer = make("Softmax", options("axis", 0), blob(1, 1))) {
      layer.forward();
      layer.backward(4, 0);
      assertThat(layer.bottomDiff(0)).containsExactly(new float[] {1, -1}, within(1e-6f));
    }
  }

  @Test
  void refusesAnAxisThatIsNotThere() {
    assertThat(refusal("Softmax", options("axis", 2), blob(Shape.of(4, 3), new double[12])))
        .isEqualTo("axis must be an axis of the scores, but is 2 while they are [4x3]");
    assertThat(refusal("Softmax", options("axis", -3), blob(Shape.of(4, 3), new double[12])))
        .isEqualTo("axis must be an axis of the scores, but is -3 while they are [4x3]");
  }
}
