package org.cortado.layers.core.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.gradient.GradientSettings;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class SPPLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    GradientSettings fine = GradientSettings.defaults().withStep(0.03).withThreshold(2e-3);
    Case two = layer("SPP").option("pyramid_height", 2).gradient(fine);
    Case stochastic =
        layer("SPP")
            .option("pyramid_height", 2)
            .option("pool", "stochastic")
            .gradient(GradientSettings.defaults().withStep(0.001).withThreshold(5e-3));
    return Stream.of(
        layer("SPP")
            .option("pyramid_height", 1)
            .gradient(fine)
            .bottom(Values.distinct(), 2, 2, 3, 2),
        two.bottom(Values.distinct(), 2, 2, 3, 3),
        two.option("pool", "ave").bottom(Values.distinct(), 2, 2, 3, 4),
        layer("SPP")
            .option("pyramid_height", 3)
            .option("pool", "ave")
            .gradient(fine)
            .bottom(Values.distinct(), 1, 2, 7),
        two.bottom(Values.distinct(), 1, 1, 2, 3, 2),
        stochastic.bottom(Values.positive(), 2, 2, 4, 2),
        stochastic.phase(Phase.TEST).bottom(Values.positive(), 2, 2, 4, 2));
  }

  private static Map<String, Object> levels(int count) {
    return options("pyramid_height", count);
  }

  private static Blob image() {
    return blob(Shape.of(1, 1, 3, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  /** The second level has windows of 2 cells that begin one before the image. */
  @Test
  void putsTheWindowsOfEveryLevelInARow() {
    try (TestLayer layer = make("SPP", levels(2), image())) {
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(1, 5));
      assertThat(layer.top(0)).containsExactly(9f, 1f, 3f, 7f, 9f);
      layer.backward(10, 1, 2, 3, 4);
      assertThat(layer.bottomDiff(0)).containsExactly(1f, 0f, 2f, 0f, 0f, 0f, 3f, 0f, 14f);
    }
  }

  @Test
  void keepsChannelsAndImagesApart() {
    Blob x = blob(Shape.of(2, 2, 1, 2), 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(run("SPP", levels(1), x)).containsExactly(2f, 4f, 6f, 8f);
  }

  @Test
  void hasCaffesLengths() {
    for (int size : new int[] {8, 9, 13, 15, 16}) {
      Shape shape = Shape.of(2, 3, size, size);
      if (size != 9 && size != 13) {
        try (TestLayer layer = make("SPP", levels(4), blob(shape, new double[shape.count()]))) {
          assertThat(layer.topShape(0)).isEqualTo(Shape.of(2, 3 * (1 + 4 + 16 + 64)));
        }
      }
      try (TestLayer layer = make("SPP", levels(3), blob(shape, new double[shape.count()]))) {
        assertThat(layer.topShape(0)).isEqualTo(Shape.of(2, 3 * (1 + 4 + 16)));
      }
    }
  }

  @Test
  void takesABatchOfNothing() {
    try (TestLayer layer = make("SPP", levels(2), blob(Shape.of(0, 1, 4, 4)))) {
      layer.forward();
      layer.backward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(0, 5));
    }
  }

  @Test
  void refusesMoreWindowsThanTheImageCanFill() {
    assertThat(refusal("SPP", levels(3), image()))
        .isEqualTo(
            "level 2 of the pyramid has 4 windows, too many for axis 2 of the bottom [1x1x3x3]");
  }

  @Test
  void refusesPyramidsWithoutLevels() {
    assertThat(refusal("SPP", levels(0), image())).contains("pyramid_height must be");
  }

  @Test
  void refusesBottomsThatAreNoImages() {
    assertThat(refusal("SPP", levels(1), blob(Shape.of(1, 1), 1)))
        .isEqualTo("the bottom must be [N x channels x spatial…], but is [1x1]");
  }
}
