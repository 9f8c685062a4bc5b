package org.cortado.layers.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeconvolutionLayerTest extends LayerContract {

  private static final String ONES = "{type: constant, value: 1}";
  private static final String RANDOM = "{type: gaussian, std: 1}";

  @Override
  protected Stream<Case> cases() {
    Case two = layer("Deconvolution").option("num_output", 2).option("weight_filler", RANDOM);
    return Stream.of(
        two.option("kernel_size", 3).bottom(2, 3, 2, 3),
        two.option("kernel_size", 3)
            .option("pad", 1)
            .option("stride", 2)
            .option("group", 2)
            .option("bias_filler", RANDOM)
            .bottom(2, 4, 2, 3),
        two.option("kernel_size", "[3, 2]")
            .option("dilation", "[2, 1]")
            .option("bias_term", false)
            .bottom(2, 1, 2, 3),
        two.option("kernel_h", 1)
            .option("kernel_w", 3)
            .option("pad_h", 0)
            .option("pad_w", 1)
            .option("stride_h", 2)
            .option("stride_w", 1)
            .bottom(1, 2, 3, 3),
        two.option("kernel_size", 1).bottom(2, 3, 1, 1),
        two.option("kernel_size", 2).bottom(2, 3, 4),
        two.option("kernel_size", 2).option("stride", 2).bottom(1, 2, 2, 1, 2),
        two.option("kernel_size", 2).bottom(1, 1, 2, 1, 2, 1),
        two.option("kernel_size", 2).option("axis", 2).bottom(2, 2, 3, 2),
        two.option("kernel_size", 2).bottom(2, 1, 2, 2).bottom(2, 1, 2, 2).tops(2));
  }

  private static Map<String, Object> ones(Object... more) {
    Map<String, Object> options =
        options("num_output", 1, "kernel_size", 2, "weight_filler", ONES, "bias_filler", ONES);
    options.putAll(options(more));
    return options;
  }

  private static Blob image() {
    return blob(Shape.of(1, 1, 2, 2), 1, 2, 3, 4);
  }

  @Test
  void laysAFilterAtEveryPixel() {
    assertThat(run("Deconvolution", ones(), image()))
        .containsExactly(2f, 4f, 3f, 5f, 11f, 7f, 4f, 8f, 5f);
    assertThat(run("Deconvolution", ones("stride", 2, "bias_term", false), image()))
        .containsExactly(1f, 1f, 2f, 2f, 1f, 1f, 2f, 2f, 3f, 3f, 4f, 4f, 3f, 3f, 4f, 4f);
  }

  @Test
  void doesNotFlipTheFilter() {
    try (TestLayer layer =
        make("Deconvolution", ones("bias_term", false), blob(Shape.of(1, 1, 1, 2), 1, 10))) {
      layer.setParameter(0, 1, 2, 3, 4);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(1f, 12f, 20f, 3f, 34f, 40f);
    }
  }

  @Test
  void hasTheGradientsWorkedOutByHand() {
    try (TestLayer layer = make("Deconvolution", ones(), image())) {
      layer.forward();
      layer.backward(1, 0, 0, 0, 0, 0, 0, 0, 2);
      layer.backward(1, 0, 0, 0, 0, 0, 0, 0, 2);
      assertThat(layer.bottomDiff(0)).containsExactly(1f, 0f, 0f, 2f);
      assertThat(layer.parameterDiff(0)).containsExactly(2f, 0f, 0f, 16f);
      assertThat(layer.parameterDiff(1)).containsExactly(6f);
    }
  }

  @Test
  void shapesParametersAsCaffeDoes() {
    Map<String, Object> options =
        options(
            "num_output",
            6,
            "kernel_h",
            5,
            "kernel_w",
            3,
            "group",
            2,
            "stride",
            2,
            "pad",
            1,
            "dilation",
            2);
    try (TestLayer layer = make("Deconvolution", options, zeros(1, 4, 7, 9))) {
      assertThat(layer.layer().parameters())
          .extracting(Blob::shape)
          .containsExactly(Shape.of(4, 3, 5, 3), Shape.of(6));
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(1, 6, 19, 19));
    }
  }

  private static Blob zeros(int... dims) {
    Shape shape = Shape.of(dims);
    return blob(shape, new double[shape.count()]);
  }

  /** ⟨conv x, y⟩ = ⟨x, deconv y⟩ for the same filters, where a window fits without a rest. */
  @ParameterizedTest
  @CsvSource({"3, 1, 0, 1, 1", "3, 2, 1, 1, 2", "2, 3, 1, 2, 1", "4, 2, 1, 1, 4"})
  void isTheTransposeOfAConvolution(int kernel, int stride, int pad, int dilation, int group) {
    int out = 4;
    int in = stride * (out - 1) + dilation * (kernel - 1) + 1 - 2 * pad;
    Blob x = random(Shape.of(2, 4, in, in));
    Blob y = random(Shape.of(2, 8, out, out));
    Map<String, Object> options =
        options(
            "kernel_size",
            kernel,
            "stride",
            stride,
            "pad",
            pad,
            "dilation",
            dilation,
            "group",
            group,
            "bias_term",
            false);
    options.put("num_output", 8);
    try (TestLayer forth = make("Convolution", options, x)) {
      options.put("num_output", 4);
      try (TestLayer back = make("Deconvolution", options, y)) {
        double[] filters = values(random(forth.layer().parameters().get(0).shape()));
        forth.setParameter(0, filters);
        back.setParameter(0, filters);
        forth.forward();
        back.forward();
        assertThat(product(back.top(0), values(x)))
            .isCloseTo(product(forth.top(0), values(y)), within(1e-3));
      }
    }
  }

  private static Blob random(Shape shape) {
    return blob(shape, new Random(shape.count()).doubles(shape.count(), -1, 1).toArray());
  }

  private static double[] values(Blob blob) {
    double[] values = new double[blob.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = blob.data().read().get(i);
    }
    return values;
  }

  private static double product(float[] a, double[] b) {
    assertThat(a).hasSameSizeAs(b);
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void enlargesAnEmptyBatchToAnEmptyBatch() {
    try (TestLayer layer = make("Deconvolution", ones("stride", 2), zeros(0, 1, 2, 2))) {
      layer.forward();
      layer.backward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(0, 1, 4, 4));
      assertThat(layer.parameterDiff(1)).containsExactly(0f);
    }
  }

  private static String refused(Object... more) {
    return refusal("Deconvolution", ones(more), image());
  }

  @Test
  void refusesPaddingThatLeavesNothing() {
    assertThat(refused("pad", 2))
        .isEqualTo("axis 2 of the top would be -1 long where that of the bottom [1x1x2x2] is 2");
  }

  @Test
  void refusesSizesThatOverflow() {
    assertThat(refused("stride", Integer.MAX_VALUE)).startsWith("axis 2 of the top would be 21474");
    assertThat(refused("pad", 0, "dilation", Integer.MAX_VALUE)).startsWith("axis 2 of the top");
  }

  @Test
  void refusesGroupsThatDoNotDivide() {
    assertThat(refused("num_output", 3, "group", 2))
        .endsWith("num_output must be a multiple of group, 2, but is 3");
    assertThat(refused("num_output", 2, "group", 2))
        .isEqualTo("the 1 channels of the bottom can't fall into 2 groups");
  }

  @Test
  void refusesBottomsOfSeveralShapes() {
    List<Blob> bottoms = List.of(image(), zeros(1, 1, 3, 2));
    assertThatThrownBy(() -> TestLayer.of("Deconvolution", ones(), 2, bottoms))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("bottom 1 has the shape [1x1x3x2], but must have that of bottom 0, [1x1x2x2]");
  }

  @Test
  void refusesOtherChannelsOnceItsFiltersAreMade() {
    try (TestLayer layer = make("Deconvolution", ones(), image())) {
      layer.bottoms().get(0).reshape(Shape.of(1, 2, 3, 3));
      assertThatThrownBy(() -> layer.layer().reshape(layer.bottoms(), layer.tops()))
          .isInstanceOf(InvalidLayerException.class)
          .hasMessage("the bottom now wants filters [2x1x2x2], but they were made as [1x1x2x2]");
    }
  }
}
