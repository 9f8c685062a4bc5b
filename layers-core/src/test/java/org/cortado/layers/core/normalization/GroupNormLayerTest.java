package org.cortado.layers.core.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class GroupNormLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("GroupNorm").option("groups", 2).bottom(2, 4, 3),
        layer("GroupNorm").option("groups", 1).bottom(Values.nonZero(), 2, 3, 2, 2),
        layer("GroupNorm").option("groups", 3).option("eps", 0.5).bottom(2, 3, 5),
        layer("GroupNorm").option("groups", 2).option("affine", false).bottom(3, 4, 2),
        layer("GroupNorm").option("groups", 2).bottom(Values.between(1, 2), 1, 2, 2100),
        layer("GroupNorm").option("groups", 2).bottom(2, 6),
        layer("GroupNorm").option("groups", 1).bottom(1, 1));
  }

  @Test
  void isWhatItsDefinitionSays() {
    Shape shape = Shape.of(3, 6, 4, 5);
    double[] x = Plain.numbers(1, shape.count());
    try (TestLayer layer = make("GroupNorm", options("groups", 2), blob(shape, x))) {
      layer.setParameter(0, 1, 2, 3, 4, 5, 6);
      layer.setParameter(1, 0, 1, 0, 1, 0, 1);
      layer.forward();
      double[] y = Plain.normalize(x, i -> i / 60, 1e-5);
      for (int i = 0; i < y.length; i++) {
        int channel = i / 20 % 6;
        y[i] = (1 + channel) * y[i] + channel % 2;
      }
      Plain.assertClose(layer.top(0), y);
    }
  }

  @Test
  void withoutParametersItIsTheSameAsWithTheirFirstValues() {
    double[] x = Plain.numbers(2, 2 * 4 * 9);
    assertThat(run("GroupNorm", options("groups", 2, "affine", false), blob(Shape.of(2, 4, 9), x)))
        .containsExactly(
            run("GroupNorm", options("groups", 2), blob(Shape.of(2, 4, 9), x)), within(1e-6f));
  }

  @Test
  void ofOneGroupItIsALayerNorm() {
    double[] x = Plain.numbers(3, 2 * 4 * 9);
    assertThat(run("GroupNorm", options("groups", 1, "affine", false), blob(Shape.of(2, 36), x)))
        .containsExactly(run("LayerNorm", options("affine", false), blob(Shape.of(2, 36), x)));
  }

  @Test
  void takesEmptyBottoms() {
    for (Shape empty : new Shape[] {Shape.of(0, 2, 3), Shape.of(3, 0, 3), Shape.of(3, 2, 0)}) {
      try (TestLayer layer = make("GroupNorm", options("groups", 2), blob(empty))) {
        layer.forward();
        layer.backward();
        assertThat(layer.top(0)).isEmpty();
      }
    }
  }

  @Test
  void refusesGroupsThatDoNotDivideTheChannels() {
    assertThat(refusal("GroupNorm", options("groups", 3), blob(Shape.of(1, 4), 1, 2, 3, 4)))
        .isEqualTo("groups must divide the 4 channels of the bottom, but is 3");
    assertThat(refusal("GroupNorm", options("groups", 0), blob(1))).contains("groups");
  }

  @Test
  void refusesABottomWithoutChannels() {
    assertThat(refusal("GroupNorm", options("groups", 1), blob(1, 2)))
        .isEqualTo("the bottom must be [N x channels x …], but is [2]");
  }
}
