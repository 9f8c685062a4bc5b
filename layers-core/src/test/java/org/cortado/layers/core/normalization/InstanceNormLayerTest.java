package org.cortado.layers.core.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class InstanceNormLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("InstanceNorm").bottom(2, 3, 4),
        layer("InstanceNorm").option("affine", true).bottom(Values.nonZero(), 2, 3, 2, 3),
        layer("InstanceNorm").option("eps", 0.3).option("affine", true).bottom(2, 2, 5),
        layer("InstanceNorm").option("affine", true).bottom(Values.between(1, 2), 9, 2, 70),
        layer("InstanceNorm").bottom(2, 3));
  }

  @Test
  void normalizesEachChannelOfEachItem() {
    assertThat(
            run(
                "InstanceNorm",
                options("eps", 0),
                blob(Shape.of(2, 2, 2), 1, 3, 30, 10, 0, 4, 7, 7)))
        .containsExactly(-1, 1, 1, -1, -1, 1, 0, 0);
  }

  @Test
  void scalesAndShiftsEachChannel() {
    try (TestLayer layer =
        make(
            "InstanceNorm",
            options("eps", 0, "affine", true),
            blob(Shape.of(1, 2, 2), 1, 3, 30, 10))) {
      layer.setParameter(0, 2, 3);
      layer.setParameter(1, 10, 20);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(8, 12, 23, 17);
      layer.backward(1, 2, 3, 4);
      assertThat(layer.parameterDiff(0)).containsExactly(1, -1);
      assertThat(layer.parameterDiff(1)).containsExactly(3, 7);
    }
  }

  @Test
  void isWhatItsDefinitionSays() {
    Shape shape = Shape.of(3, 6, 4, 5);
    double[] x = Plain.numbers(1, shape.count());
    Plain.assertClose(
        run("InstanceNorm", options(), blob(shape, x)), Plain.normalize(x, i -> i / 20, 1e-5));
  }

  @Test
  void refusesABottomWithoutChannels() {
    assertThat(refusal("InstanceNorm", options(), blob(1, 2)))
        .isEqualTo("the bottom must be [N x channels x …], but is [2]");
  }
}
