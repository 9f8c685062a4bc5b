package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class InnerProductLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case three = layer("InnerProduct").option("num_output", 3);
    return Stream.of(
        three.bottom(2, 4),
        three.bottom(2, 2, 1, 2),
        three.option("transpose", true).bottom(2, 4),
        three.option("bias_term", false).bottom(1, 1),
        three.option("axis", 2).bottom(2, 2, 3),
        three.option("axis", -1).option("bias_term", false).bottom(2, 2, 3),
        three.option("axis", 0).bottom(4).fixedShape());
  }

  private static Blob x() {
    return blob(Shape.of(2, 2), 1, 2, 3, 4);
  }

  private static TestLayer withWeights(Object... options) {
    Map<String, Object> all = options("num_output", 3);
    all.putAll(options(options));
    return make("InnerProduct", all, x());
  }

  private static Blob zeros(int... dims) {
    Shape shape = Shape.of(dims);
    return blob(shape, new double[shape.count()]);
  }

  @Test
  void multipliesByTheTransposedWeightsAndAddsTheBias() {
    try (TestLayer layer = withWeights()) {
      layer.setParameter(0, 1, 0, 0, 1, 1, 1);
      layer.setParameter(1, 10, 20, 30);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(11f, 22f, 33f, 13f, 24f, 37f);
    }
  }

  @Test
  void takesTransposedWeights() {
    try (TestLayer layer = withWeights("transpose", true, "bias_term", false)) {
      layer.setParameter(0, 1, 0, 1, 0, 1, 1);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(1f, 2f, 3f, 3f, 4f, 7f);
      assertThat(layer.layer().parameters())
          .extracting(Blob::shape)
          .containsExactly(Shape.of(2, 3));
    }
  }

  @Test
  void hasTheGradientsWorkedOutByHand() {
    try (TestLayer layer = withWeights()) {
      layer.setParameter(0, 1, 0, 0, 1, 1, 1);
      layer.forward();
      layer.backward(1, 0, 0, 0, 0, 2);
      assertThat(layer.bottomDiff(0)).containsExactly(1f, 0f, 2f, 2f);
      assertThat(layer.parameterDiff(0)).containsExactly(1f, 2f, 0f, 0f, 6f, 8f);
      assertThat(layer.parameterDiff(1)).containsExactly(1f, 0f, 2f);
    }
  }

  @Test
  void fillsItsParameters() {
    try (TestLayer layer = withWeights("weight_filler", "{type: constant, value: 2}")) {
      assertThat(layer.parameter(0)).containsOnly(2f);
      assertThat(layer.parameter(1)).containsOnly(0f);
    }
  }

  @Test
  void keepsTheAxesBeforeTheInputs() {
    Map<String, Object> options = options("num_output", 5, "axis", 2);
    try (TestLayer layer = make("InnerProduct", options, zeros(2, 3, 4, 1))) {
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(2, 3, 5));
      assertThat(layer.layer().parameters())
          .extracting(Blob::shape)
          .containsExactly(Shape.of(5, 4), Shape.of(5));
    }
  }

  @Test
  void refusesAnotherNumberOfInputsOnceItsWeightsAreMade() {
    try (TestLayer layer = withWeights()) {
      layer.bottoms().get(0).reshape(Shape.of(2, 5));
      assertThatThrownBy(() -> layer.layer().reshape(layer.bottoms(), layer.tops()))
          .isInstanceOf(InvalidLayerException.class)
          .hasMessage(
              "the weights were made for 2 inputs, but the bottom [2x5] now has 5 from axis 1 on");
    }
  }

  @Test
  void takesAnEmptyBatchAndNoInputs() {
    try (TestLayer layer = make("InnerProduct", options("num_output", 3), zeros(0, 2))) {
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(0, 3));
      layer.backward();
      assertThat(layer.parameterDiff(0)).containsOnly(0f);
      assertThat(layer.parameterDiff(1)).containsOnly(0f);
    }
    try (TestLayer layer = make("InnerProduct", options("num_output", 2), zeros(1, 0))) {
      layer.setParameter(1, 5, 6);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(5f, 6f);
    }
  }

  @Test
  void refusesAnAxisThatThereIsNot() {
    assertThat(refusal("InnerProduct", options("num_output", 1, "axis", 2), x()))
        .isEqualTo("axis is 2, but the bottom [2x2] has 2 axes");
  }

  @Test
  void refusesToHaveNoOutput() {
    assertThat(refusal("InnerProduct", options("num_output", 0), x()))
        .contains("num_output must be at least 1, but is 0");
    assertThat(refusal("InnerProduct", options(), x())).contains("num_output");
  }
}
