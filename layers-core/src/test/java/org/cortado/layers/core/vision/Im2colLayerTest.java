package org.cortado.layers.core.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class Im2colLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case two = layer("Im2col").option("kernel_size", 2);
    return Stream.of(
        two.bottom(2, 3, 3, 4),
        two.option("pad", 1).option("stride", 2).bottom(2, 2, 3, 4),
        two.option("dilation", "[2, 1]").bottom(1, 2, 4, 3),
        two.option("axis", 2).bottom(2, 2, 3, 2),
        two.bottom(1, 1, 2, 3, 2),
        layer("Im2col").option("kernel_size", 1).bottom(1, 1, 1, 1),
        layer("Im2col")
            .option("kernel_h", 1)
            .option("kernel_w", 3)
            .option("stride_h", 2)
            .option("stride_w", 1)
            .option("pad_h", 0)
            .option("pad_w", 2)
            .bottom(1, 2, 3, 3));
  }

  private static Blob image() {
    return blob(Shape.of(1, 1, 2, 3), 1, 2, 3, 4, 5, 6);
  }

  @Test
  void writesEachElementOfTheWindowsAsAChannel() {
    try (TestLayer layer = make("Im2col", options("kernel_size", 2), image())) {
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(1, 4, 1, 2));
      assertThat(layer.top(0)).containsExactly(1f, 2f, 2f, 3f, 4f, 5f, 5f, 6f);
      layer.backward(1, 10, 100, 1000, 2, 20, 200, 2000);
      assertThat(layer.bottomDiff(0)).containsExactly(1f, 110f, 1000f, 2f, 220f, 2000f);
    }
  }

  @Test
  void writesZerosForThePadding() {
    Map<String, Object> options = options("kernel_size", "[1, 2]", "pad", "[0, 1]", "stride", 2);
    assertThat(run("Im2col", options, image())).containsExactly(0f, 2f, 1f, 3f);
  }

  /** Against a loop over every element, more windows than are moved at once. */
  @Test
  void agreesWithAPlainLoop() {
    int height = 61;
    int width = 83;
    Random random = new Random(1);
    Blob x =
        blob(Shape.of(2, 3, height, width), random.doubles(6L * height * width, -1, 1).toArray());
    float[] y = run("Im2col", options("kernel_size", 3, "pad", 1), x);
    int i = 0;
    for (int plane = 0; plane < 6; plane++) {
      for (int element = 0; element < 9; element++) {
        for (int pixel = 0; pixel < height * width; pixel++) {
          int row = pixel / width + element / 3 - 1;
          int column = pixel % width + element % 3 - 1;
          boolean inside = row >= 0 && row < height && column >= 0 && column < width;
          int at = (plane * height + row) * width + column;
          if (y[i] != (inside ? x.data().read().get(at) : 0)) {
            assertThat(y[i]).as("element %d", i).isEqualTo(inside ? x.data().read().get(at) : 0);
          }
          i++;
        }
      }
    }
    assertThat(y).hasSize(i);
  }

  @Test
  void takesABatchOfNothing() {
    try (TestLayer layer = make("Im2col", options("kernel_size", 2), blob(Shape.of(0, 1, 2, 3)))) {
      layer.forward();
      layer.backward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(0, 4, 1, 2));
    }
  }

  @Test
  void refusesToGuessTheKernel() {
    assertThat(refusal("Im2col", options(), image()))
        .endsWith("the size of the kernel is missing; give kernel_size, or kernel_h and kernel_w");
  }

  @Test
  void refusesAWindowLargerThanTheImage() {
    assertThat(refusal("Im2col", options("kernel_size", 3), image()))
        .isEqualTo(
            "a filter of 3 with dilation 1 is larger than axis 2 of the bottom [1x1x2x3] with pad"
                + " 0");
  }
}
