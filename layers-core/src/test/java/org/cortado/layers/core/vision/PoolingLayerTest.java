package org.cortado.layers.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Phase;
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
    Case stochastic =
        layer("Pooling")
            .option("pool", "stochastic")
            .gradient(GradientSettings.defaults().withStep(0.001).withThreshold(5e-3));
    return Stream.of(
            Stream.of("max", "ave").flatMap(PoolingLayerTest::cases),
            Stream.of(
                pooling("max").option("kernel_size", 3).option("pad", 1).bottom(D, 2, 2, 5).tops(2),
                pooling("max").option("kernel_size", 2).bottom(D, 2, 1, 3, 2, 3).tops(2),
                pooling("ave")
                    .option("kernel_size", 3)
                    .option("stride", 2)
                    .option("pad", 1)
                    .option("count_include_pad", false)
                    .bottom(D, 2, 2, 4, 5)),
            Stream.of(Phase.TRAIN, Phase.TEST)
                .map(stochastic::phase)
                .flatMap(
                    in ->
                        Stream.of(
                            in.option("kernel_size", 2).bottom(Values.positive(), 2, 3, 5),
                            in.option("kernel_size", 2)
                                .option("stride", 2)
                                .bottom(Values.nonZero(), 2, 2, 3, 5),
                            in.option("global_pooling", true)
                                .bottom(Values.positive(), 1, 2, 2, 1, 3))))
        .flatMap(each -> each);
  }

  private static final Values D = Values.distinct();

  private static Case pooling(String method) {
    return layer("Pooling")
        .option("pool", method)
        .gradient(GradientSettings.defaults().withStep(0.03).withThreshold(2e-3));
  }

  /** Values 0.1 apart and a step below half of that: no difference changes which is greatest. */
  private static Stream<Case> cases(String method) {
    Case pooling = pooling(method);
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
        pooling.option("kernel_size", 2).bottom(Values.distinct(), 2, 2, 5),
        pooling
            .option("kernel_size", "[2, 1, 3]")
            .option("stride", "[1, 2, 2]")
            .option("pad", "[1, 0, 1]")
            .bottom(Values.distinct(), 1, 2, 3, 3, 4),
        pooling.option("kernel_size", 2).bottom(Values.distinct(), 1, 2, 2, 3, 2, 3));
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
  void saysWhereTheGreatestOfEachWindowIs() {
    try (TestLayer layer =
        TestLayer.of("Pooling", options("kernel_size", 2), 2, List.of(twoChannels()))) {
      layer.forward();
      assertThat(layer.top(1)).containsExactly(4f, 4f, 4f, 4f, 0f, 2f, 6f, 8f);
      assertThat(layer.top(0)).containsExactly(9f, 9f, 9f, 9f, 5f, 4f, 7f, 8f);
    }
  }

  private static Blob twoChannels() {
    return blob(Shape.of(1, 2, 3, 3), 1, 2, 3, 4, 9, 6, 7, 8, 5, 5, 2, 4, 3, 1, 0, 7, 5, 8);
  }

  @Test
  void poolsALineAndACubeByHand() {
    Blob line = blob(Shape.of(1, 1, 5), 1, 5, 2, 4, 3);
    assertThat(run("Pooling", options("kernel_size", 3, "stride", 2), line))
        .containsExactly(5f, 4f);
    Blob cube = blob(Shape.of(1, 1, 2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 16);
    assertThat(run("Pooling", options("kernel_size", "[2, 1, 2]"), cube)).containsExactly(6f, 16f);
    assertThat(run("Pooling", options("pool", "ave", "kernel_size", 2), cube))
        .containsExactly(5.5f);
  }

  @Test
  void leavesPaddingOutOfMeansIfAsked() {
    Blob ones = blob(Shape.of(1, 1, 2, 2), 4, 4, 4, 8);
    Map<String, Object> inside =
        options("pool", "ave", "kernel_size", 2, "pad", 1, "count_include_pad", false);
    assertThat(run("Pooling", inside, ones)).containsExactly(4f, 4f, 4f, 4f, 5f, 6f, 4f, 6f, 8f);
  }

  private static final Map<String, Object> STOCHASTIC =
      Map.of("pool", "stochastic", "global_pooling", true);

  /** One draw for each of 20000 planes that hold 0, 1, 3 and a number below 0. */
  @Test
  void choosesCellsInProportionToTheirValues() {
    int planes = 20_000;
    Blob x = zeros(planes, 1, 4);
    for (int i = 0; i < planes; i++) {
      x.data().update().put(4 * i, new float[] {0, 1, 3, -2});
    }
    double sum = 0;
    for (float chosen : run("Pooling", STOCHASTIC, x)) {
      assertThat(chosen).isIn(1f, 3f);
      sum += chosen;
    }
    assertThat(sum / planes).isCloseTo(2.5, within(0.03));
  }

  @Test
  void givesTheGradientToTheChosenCell() {
    try (TestLayer layer = make("Pooling", STOCHASTIC, blob(Shape.of(1, 1, 3), 1, 2, 4))) {
      layer.forward();
      layer.backward(7);
      float chosen = layer.top(0)[0];
      assertThat(layer.bottomDiff(0))
          .containsExactly(chosen == 1 ? 7 : 0, chosen == 2 ? 7 : 0, chosen == 4 ? 7 : 0);
    }
  }

  @Test
  void givesZeroForWindowsWithNothingToChoose() {
    try (TestLayer layer = make("Pooling", STOCHASTIC, blob(Shape.of(1, 2, 2), 0, 0, -1, -2))) {
      layer.forward();
      layer.backward(7, 8);
      assertThat(layer.top(0)).containsExactly(0f, 0f);
      assertThat(layer.bottomDiff(0)).containsExactly(0f, 0f, 0f, 0f);
    }
  }

  @Test
  void choosesWhatIsNoNumber() {
    float infinite = Float.POSITIVE_INFINITY;
    Blob x = blob(Shape.of(1, 2, 3), 1, infinite, 2, 1, infinite, Double.NaN);
    assertThat(run("Pooling", STOCHASTIC, x)).containsExactly(infinite, infinite);
    Blob none = blob(Shape.of(1, 1, 3), 1, Double.NaN, 2);
    assertThat(run("Pooling", STOCHASTIC, none)).containsExactly(Float.NaN);
  }

  @Test
  void takesABatchOfNothing() {
    for (String method : List.of("max", "ave", "stochastic")) {
      Map<String, Object> options = options("pool", method, "kernel_size", 2);
      try (TestLayer layer = make("Pooling", options, zeros(0, 2, 3, 3))) {
        layer.forward();
        layer.backward();
        assertThat(layer.topShape(0)).isEqualTo(Shape.of(0, 2, 2, 2));
      }
    }
  }

  @Test
  void refusesAMaskOfWhatIsNoMaximum() {
    assertThatThrownBy(
            () ->
                TestLayer.of(
                    "Pooling", options("pool", "ave", "kernel_size", 2), 2, List.of(image())))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("a second top, the mask, goes with pool max alone");
  }

  @Test
  void refusesAMaskOfMorePlacesThanFloatsCanTell() {
    assertThatThrownBy(
            () ->
                TestLayer.of(
                    "Pooling", options("kernel_size", 2), 2, List.of(unused(1, 1, 4097, 4096))))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage(
            "a mask can tell 16777216 elements of a plane apart, but the bottom is"
                + " [1x1x4097x4096]");
  }

  private static Blob unused(int... dims) {
    Blob blob = zeros(1);
    blob.reshape(Shape.of(dims));
    return blob;
  }

  @Test
  void refusesPaddingOfStochasticWindows() {
    assertThat(refused("pool", "stochastic", "kernel_size", 2, "pad", 1))
        .endsWith("stochastic pooling goes with pad 0 alone");
  }

  @Test
  void refusesImagesWithoutPixels() {
    assertThat(refusal("Pooling", options("kernel_size", 2, "pad", 1), zeros(1, 2, 0, 3)))
        .isEqualTo("a spatial axis of the bottom [1x2x0x3] is empty");
  }

  @Test
  void refusesAnUnknownMethod() {
    assertThat(refused("pool", "median", "kernel_size", 2)).contains("max", "ave", "stochastic");
  }
}
