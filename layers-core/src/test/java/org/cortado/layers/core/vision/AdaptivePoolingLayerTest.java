package org.cortado.layers.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.gradient.GradientSettings;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class AdaptivePoolingLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of("max", "ave").flatMap(AdaptivePoolingLayerTest::cases);
  }

  private static Stream<Case> cases(String method) {
    Case pooling =
        layer("AdaptivePooling")
            .option("pool", method)
            .gradient(GradientSettings.defaults().withStep(0.03).withThreshold(2e-3));
    return Stream.of(
        pooling.option("output_size", 2).bottom(Values.distinct(), 2, 2, 5, 4),
        pooling.option("output_size", "[3, 1]").bottom(Values.distinct(), 1, 2, 4, 3),
        pooling.option("output_size", 4).bottom(Values.distinct(), 1, 2, 3),
        pooling.option("output_size", 1).bottom(Values.distinct(), 1, 1, 1, 1),
        pooling.option("output_size", "[1, 2, 3]").bottom(Values.distinct(), 2, 1, 2, 3, 4));
  }

  @Test
  void sharesALineOut() {
    Blob line = blob(Shape.of(1, 1, 5), 1, 2, 3, 4, 5);
    assertThat(run("AdaptivePooling", options("output_size", 3), line)).containsExactly(2f, 4f, 5f);
    assertThat(run("AdaptivePooling", options("output_size", 3, "pool", "ave"), line))
        .containsExactly(1.5f, 3f, 4.5f);
  }

  @Test
  void repeatsPixelsWhereThereAreFewer() {
    Blob line = blob(Shape.of(1, 1, 2), 1, 2);
    assertThat(run("AdaptivePooling", options("output_size", 4), line))
        .containsExactly(1f, 1f, 2f, 2f);
  }

  @Test
  void spreadsAndHandsBackTheGradient() {
    Blob line = blob(Shape.of(1, 1, 5), 1, 2, 3, 4, 5);
    try (TestLayer mean = make("AdaptivePooling", options("output_size", 3, "pool", "ave"), line);
        TestLayer max = make("AdaptivePooling", options("output_size", 3), line)) {
      mean.forward();
      mean.backward(2, 3, 4);
      assertThat(mean.bottomDiff(0)).containsExactly(1f, 2f, 1f, 3f, 2f);
      max.forward();
      max.backward(2, 3, 4);
      assertThat(max.bottomDiff(0)).containsExactly(0f, 2f, 0f, 3f, 4f);
    }
  }

  /** Against a loop over every pixel of every window. */
  @Test
  void agreesWithAPlainLoop() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      int height = 1 + random.nextInt(9);
      int width = 1 + random.nextInt(9);
      int rows = 1 + random.nextInt(9);
      int columns = 1 + random.nextInt(9);
      Blob x =
          blob(
              Shape.of(1, 1, height, width),
              random.doubles((long) height * width, -1, 1).toArray());
      String size = "[%d, %d]".formatted(rows, columns);
      float[] max = run("AdaptivePooling", options("output_size", size), x);
      float[] ave = run("AdaptivePooling", options("output_size", size, "pool", "ave"), x);
      for (int i = 0; i < rows * columns; i++) {
        Window window = new Window();
        int y = i / columns;
        int x0 = i % columns;
        for (int row = y * height / rows; row < Math.ceil((y + 1.0) * height / rows); row++) {
          for (int column = x0 * width / columns;
              column < Math.ceil((x0 + 1.0) * width / columns);
              column++) {
            window.add(x.data().read().get(row * width + column));
          }
        }
        assertThat(max[i]).isEqualTo((float) window.max);
        assertThat(ave[i]).isCloseTo((float) (window.sum / window.count), within(1e-6f));
      }
    }
  }

  private static final class Window {

    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private int count;

    void add(float value) {
      max = Math.max(max, value);
      sum += value;
      count++;
    }
  }

  @Test
  void givesOneSizeForImagesOfAnySize() {
    try (TestLayer layer =
        make("AdaptivePooling", options("output_size", 3), blob(Shape.of(1, 1, 2), 1, 2))) {
      layer.bottoms().get(0).reshape(Shape.of(0, 2, 7));
      layer.layer().reshape(layer.bottoms(), layer.tops());
      layer.forward();
      layer.backward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(0, 2, 3));
    }
  }

  @Test
  void refusesToGuessTheSize() {
    assertThat(refusal("AdaptivePooling", options(), blob(Shape.of(1, 1, 1), 1)))
        .endsWith("output_size is missing; give a number of at least 1");
  }

  @Test
  void refusesAnotherNumberOfNumbersThanOfAxes() {
    assertThat(
            refusal(
                "AdaptivePooling", options("output_size", "[1, 2]"), blob(Shape.of(1, 1, 1), 1)))
        .isEqualTo(
            "output_size must have one number, or one for each of the 1 spatial axes, but has 2");
  }

  @Test
  void refusesImagesWithoutPixels() {
    assertThat(refusal("AdaptivePooling", options("output_size", 1), blob(Shape.of(1, 2, 0))))
        .isEqualTo("a spatial axis of the bottom [1x2x0] is empty");
    assertThat(refusal("AdaptivePooling", options("output_size", 1), blob(Shape.of(1, 1), 1)))
        .isEqualTo("the bottom must be [N x channels x spatial…], but is [1x1]");
  }
}
