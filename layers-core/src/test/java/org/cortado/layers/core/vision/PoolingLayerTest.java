package org.cortado.layers.core.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.gradient.GradientSettings;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class PoolingLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of("max", "ave").flatMap(PoolingLayerTest::cases);
  }

  /** Values 0.1 apart and a step below half of that: no difference changes which is greatest. */
  private static Stream<Case> cases(String method) {
    Case pooling =
        layer("Pooling")
            .option("pool", method)
            .gradient(GradientSettings.defaults().withStep(0.03).withThreshold(2e-3));
    Case three = pooling.option("kernel_size", 3).option("stride", 2);
    return Stream.of(
        pooling.option("kernel_size", 2).option("stride", 2).bottom(Values.distinct(), 2, 2, 4, 5),
        three.option("pad", 1).bottom(Values.distinct(), 1, 2, 4, 5),
        three.option("round_mode", "floor").bottom(Values.distinct(), 2, 1, 6, 4),
        pooling
            .option("kernel_h", 1)
            .option("kernel_w", 3)
            .option("stride_h", 2)
            .option("stride_w", 1)
            .option("pad_h", 0)
            .option("pad_w", 2)
            .bottom(Values.distinct(), 1, 1, 3, 4),
        pooling.option("global_pooling", true).bottom(Values.distinct(), 2, 3, 3, 2),
        pooling.option("kernel_size", 2).bottom(Values.distinct(), 2, 2, 5));
  }

  private static Blob image() {
    return blob(Shape.of(1, 1, 3, 3), 1, 2, 3, 4, 9, 6, 7, 8, 5);
  }

  private static Shape pooled(int size, Object... options) {
    try (TestLayer layer = make("Pooling", options(options), zeros(1, 1, size, size))) {
      return layer.topShape(0);
    }
  }

  private static Blob zeros(int... dims) {
    Shape shape = Shape.of(dims);
    return blob(shape, new double[shape.count()]);
  }

  @Test
  void takesTheGreatestOfEachWindow() {
    assertThat(run("Pooling", options("kernel_size", 2), image())).containsExactly(9f, 9f, 9f, 9f);
    assertThat(run("Pooling", options("kernel_size", 2, "stride", 2), image()))
        .containsExactly(9f, 6f, 8f, 5f);
  }

  @Test
  void takesTheMeanOfEachWindow() {
    assertThat(run("Pooling", options("pool", "ave", "kernel_size", 2), image()))
        .containsExactly(4f, 5f, 7f, 7f);
  }

  /** The corner window holds one cell of the image and three of the padding. */
  @Test
  void countsPaddingInMeansButNotWhatIsBeyondIt() {
    Blob ones = blob(Shape.of(1, 1, 2, 2), 4, 4, 4, 4);
    assertThat(run("Pooling", options("pool", "ave", "kernel_size", 2, "pad", 1), ones))
        .containsExactly(1f, 2f, 1f, 2f, 4f, 2f, 1f, 2f, 1f);
    Blob three = blob(Shape.of(1, 1, 3, 3), 4, 4, 4, 4, 4, 4, 4, 4, 4);
    assertThat(run("Pooling", options("pool", "ave", "kernel_size", 2, "stride", 2), three))
        .containsExactly(4f, 4f, 4f, 4f);
  }

  @Test
  void givesTheGradientToTheFirstOfEqualOnes() {
    Blob equal = blob(Shape.of(1, 1, 1, 3), 2, 2, 2);
    try (TestLayer layer =
        make("Pooling", options("kernel_h", 1, "kernel_w", 2, "stride", 1), equal)) {
      layer.forward();
      layer.backward(10, 20);
      assertThat(layer.bottomDiff(0)).containsExactly(10f, 20f, 0f);
    }
  }

  @Test
  void sizesItsTopsAsCaffeDoes() {
    assertThat(pooled(5, "kernel_size", 2, "stride", 2)).isEqualTo(Shape.of(1, 1, 3, 3));
    assertThat(pooled(5, "kernel_size", 2, "stride", 2, "round_mode", "floor"))
        .isEqualTo(Shape.of(1, 1, 2, 2));
    assertThat(pooled(112, "kernel_size", 3, "stride", 2)).isEqualTo(Shape.of(1, 1, 56, 56));
    assertThat(pooled(112, "kernel_size", 3, "stride", 2, "round_mode", "floor"))
        .isEqualTo(Shape.of(1, 1, 55, 55));
    assertThat(pooled(3, "kernel_size", 2, "stride", 2, "pad", 1)).isEqualTo(Shape.of(1, 1, 2, 2));
  }

  @Test
  void coversTheWholeImageWhatEverItsSize() {
    try (TestLayer layer = make("Pooling", options("global_pooling", true), image())) {
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(1, 1, 1, 1));
      layer.bottoms().get(0).reshape(Shape.of(2, 3, 7, 5));
      layer.layer().reshape(layer.bottoms(), layer.tops());
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(2, 3, 1, 1));
    }
  }

  private static String refused(Object... options) {
    return refusal("Pooling", options(options), image());
  }

  @Test
  void refusesToGuessTheKernel() {
    assertThat(refused("pool", "max"))
        .endsWith("the size of the kernel is missing; give kernel_size, or kernel_h and kernel_w");
  }

  @Test
  void refusesAKernelOrPaddingBesideGlobalPooling() {
    assertThat(refused("global_pooling", true, "kernel_size", 2))
        .endsWith("global_pooling takes its window from the image; leave the kernel out");
    assertThat(refused("global_pooling", true, "pad", 1))
        .endsWith("global_pooling goes with pad 0 and stride 1 alone");
    assertThat(refused("global_pooling", true, "stride_h", 1, "stride_w", 2))
        .endsWith("global_pooling goes with pad 0 and stride 1 alone");
  }

  @Test
  void takesThePaddingAndTheStrideThatGlobalPoolingHasAnyway() {
    assertThat(run("Pooling", options("global_pooling", true, "pad", 0, "stride", 1), image()))
        .containsExactly(9f);
  }

  @Test
  void refusesPaddingAsLargeAsTheKernel() {
    assertThat(refused("kernel_size", 2, "pad", 2))
        .isEqualTo("pad must be less than the kernel, 2, but is 2");
  }

  @Test
  void refusesAWindowLargerThanTheImage() {
    assertThat(refused("kernel_size", 4))
        .isEqualTo("a window of 4 is larger than axis 2 of the bottom [1x1x3x3] with pad 0");
  }

  @Test
  void refusesABottomWithoutSpatialAxes() {
    assertThat(refusal("Pooling", options("kernel_size", 2), zeros(1, 2)))
        .isEqualTo("the bottom must be [N x channels x spatial…], but is [1x2]");
  }

  @Test
  void refusesAnUnknownMethod() {
    assertThat(refused("pool", "stochastic", "kernel_size", 2)).contains("max", "ave");
  }
}
