package org.cortado.layers.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ConvolutionLayerTest extends LayerContract {

  private static final String ONES = "{type: constant, value: 1}";

  @Override
  protected Stream<Case> cases() {
    Case two = layer("Convolution").option("num_output", 2);
    return Stream.of(
        two.option("kernel_size", 3).bottom(2, 3, 5, 4),
        two.option("kernel_size", 3)
            .option("pad", 1)
            .option("stride", 2)
            .option("group", 2)
            .bottom(2, 4, 5, 5),
        two.option("kernel_size", "[3, 2]")
            .option("dilation", "[2, 1]")
            .option("bias_term", false)
            .bottom(2, 1, 6, 3),
        two.option("kernel_h", 1)
            .option("kernel_w", 3)
            .option("pad_h", 0)
            .option("pad_w", 1)
            .option("stride_h", 2)
            .option("stride_w", 1)
            .bottom(1, 2, 3, 3),
        two.option("kernel_size", 1).bottom(2, 3, 2, 2),
        two.option("kernel_size", 2).bottom(2, 3, 4),
        two.option("kernel_size", 2).bottom(1, 2, 3, 2, 3),
        two.option("kernel_size", 2).option("axis", 2).bottom(2, 3, 2, 3, 3),
        two.option("kernel_size", 2).bottom(2, 1, 3, 3).bottom(2, 1, 3, 3).tops(2));
  }

  private static Map<String, Object> ones(Object... more) {
    Map<String, Object> options =
        options("num_output", 1, "kernel_size", 2, "weight_filler", ONES, "bias_filler", ONES);
    options.putAll(options(more));
    return options;
  }

  private static Blob image() {
    return blob(Shape.of(1, 1, 3, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  private static Blob zeros(int... dims) {
    Shape shape = Shape.of(dims);
    return blob(shape, new double[shape.count()]);
  }

  @Test
  void sumsEachWindowTimesTheFilter() {
    assertThat(run("Convolution", ones(), image())).containsExactly(13f, 17f, 25f, 29f);
  }

  @Test
  void doesNotFlipTheFilter() {
    try (TestLayer layer = make("Convolution", ones(), image())) {
      layer.setParameter(0, 1, 0, 0, 0);
      layer.setParameter(1, 0);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(1f, 2f, 4f, 5f);
    }
  }

  @Test
  void hasTheGradientsWorkedOutByHand() {
    try (TestLayer layer = make("Convolution", ones(), image())) {
      layer.forward();
      layer.backward(1, 0, 0, 2);
      assertThat(layer.bottomDiff(0)).containsExactly(1f, 1f, 0f, 1f, 3f, 2f, 0f, 2f, 2f);
      assertThat(layer.parameterDiff(0)).containsExactly(11f, 14f, 20f, 23f);
      assertThat(layer.parameterDiff(1)).containsExactly(3f);
    }
  }

  @Test
  void addsToTheGradientsOfItsParameters() {
    try (TestLayer layer = make("Convolution", ones(), image())) {
      layer.forward();
      layer.backward(1, 0, 0, 2);
      layer.backward(1, 0, 0, 2);
      assertThat(layer.parameterDiff(0)).containsExactly(22f, 28f, 40f, 46f);
      assertThat(layer.parameterDiff(1)).containsExactly(6f);
    }
  }

  @Test
  void strikesOutWhatPaddingAndStrideSay() {
    assertThat(run("Convolution", ones("pad", 1, "stride", 2), image()))
        .containsExactly(2f, 6f, 12f, 29f);
  }

  @Test
  void leavesElementsOutBetweenThoseOfADilatedFilter() {
    assertThat(run("Convolution", ones("dilation", 2), image())).containsExactly(21f);
  }

  @Test
  void keepsGroupsApart() {
    Blob x = blob(Shape.of(1, 2, 1, 1), 3, 5);
    assertThat(run("Convolution", ones("num_output", 4, "kernel_size", 1, "group", 2), x))
        .containsExactly(4f, 4f, 6f, 6f);
  }

  @Test
  void startsWithZerosAsCaffeDoes() {
    Map<String, Object> options = options("num_output", 1, "kernel_size", 3);
    assertThat(run("Convolution", options, image())).containsExactly(0f);
  }

  @Test
  void givesEveryBottomATopByTheSameFilters() {
    try (TestLayer layer = TestLayer.of("Convolution", ones(), 2, List.of(image(), image()))) {
      layer.forward();
      assertThat(layer.top(1)).containsExactly(layer.top(0));
      assertThat(layer.layer().parameters()).hasSize(2);
    }
  }

  @Test
  void shapesParametersAsCaffeDoes() {
    Map<String, Object> options =
        options("num_output", 6, "kernel_h", 5, "kernel_w", 3, "group", 2);
    try (TestLayer layer = make("Convolution", options, zeros(1, 4, 9, 9))) {
      assertThat(layer.layer().parameters())
          .extracting(Blob::shape)
          .containsExactly(Shape.of(6, 2, 5, 3), Shape.of(6));
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(1, 6, 5, 7));
    }
  }

  @Test
  void countsTheAxesBeforeTheChannelsAsImages() {
    Map<String, Object> options = options("num_output", 4, "kernel_size", 2, "axis", -3);
    try (TestLayer layer = make("Convolution", options, zeros(2, 3, 1, 5, 6))) {
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(2, 3, 4, 4, 5));
    }
  }

  @Test
  void isAnInnerProductWithoutSpatialAxes() {
    Blob x = blob(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    assertThat(run("Convolution", ones(), x)).containsExactly(7f, 16f);
  }

  private static String refused(Object... more) {
    return refusal("Convolution", ones(more), image());
  }

  @Test
  void refusesToGuessTheKernel() {
    assertThat(refusal("Convolution", options("num_output", 1), image()))
        .endsWith("the size of the kernel is missing; give kernel_size, or kernel_h and kernel_w");
  }

  @Test
  void refusesBothFormsOfAnOption() {
    assertThat(refused("kernel_h", 2, "kernel_w", 2))
        .endsWith("kernel_size stands beside kernel_h and kernel_w; give one or the other");
    assertThat(refused("pad", 1, "pad_h", 2, "pad_w", 2))
        .endsWith("pad stands beside pad_h and pad_w; give one or the other");
    assertThat(refused("stride", 1, "stride_h", 2, "stride_w", 2))
        .endsWith("stride stands beside stride_h and stride_w; give one or the other");
  }

  @Test
  void refusesHalfOfAnOption() {
    assertThat(refused("stride_w", 2))
        .endsWith("one of stride_h and stride_w is missing; give both");
  }

  @Test
  void refusesHeightAndWidthWhereThereAreOtherAxes() {
    assertThat(refusal("Convolution", ones("pad_h", 1, "pad_w", 1), zeros(1, 1, 3)))
        .isEqualTo("pad_h and pad_w are for 2 spatial axes, but there are 1; give pad");
  }

  @Test
  void refusesAnotherNumberOfNumbersThanOfAxes() {
    assertThat(refused("stride", "[1, 1, 1]"))
        .isEqualTo("stride must have one number, or one for each of the 2 spatial axes, but has 3");
  }

  @Test
  void refusesGroupsThatDoNotDivide() {
    assertThat(refused("num_output", 3, "group", 2))
        .endsWith("num_output must be a multiple of group, 2, but is 3");
    assertThat(refused("num_output", 2, "group", 2))
        .isEqualTo("the 1 channels of the bottom can't fall into 2 groups");
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThat(refused("num_output", 0)).contains("num_output must be at least 1, but is 0");
    assertThat(refused("stride", 0)).contains("stride");
    assertThat(refused("pad", -1)).contains("pad");
  }

  @Test
  void refusesAFilterLargerThanTheImage() {
    assertThat(refused("kernel_size", 3, "dilation", 2, "pad", 0))
        .isEqualTo(
            "a filter of 3 with dilation 2 is larger than axis 2 of the bottom [1x1x3x3] with pad"
                + " 0");
  }

  @Test
  void refusesAnAxisThatThereIsNot() {
    assertThat(refused("axis", 4)).isEqualTo("axis is 4, but the bottom [1x1x3x3] has 4 axes");
  }

  @Test
  void refusesBottomsOfSeveralShapes() {
    List<Blob> bottoms = List.of(image(), zeros(1, 1, 3, 2));
    assertThatThrownBy(() -> TestLayer.of("Convolution", ones(), 2, bottoms))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("bottom 1 has the shape [1x1x3x2], but must have that of bottom 0, [1x1x3x3]");
  }

  @Test
  void refusesOtherChannelsOnceItsFiltersAreMade() {
    try (TestLayer layer = make("Convolution", ones(), image())) {
      layer.bottoms().get(0).reshape(Shape.of(1, 2, 3, 3));
      assertThatThrownBy(() -> layer.layer().reshape(layer.bottoms(), layer.tops()))
          .isInstanceOf(InvalidLayerException.class)
          .hasMessage("the bottom now wants filters [1x2x2x2], but they were made as [1x1x2x2]");
    }
  }
}
