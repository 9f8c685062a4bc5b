package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cortado.api.LayerTraits;
import org.cortado.api.Reads;
import org.cortado.layers.core.arithmetic.EltwiseLayer.Operation;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class EltwiseLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case eltwise = layer("Eltwise");
    Case product = eltwise.option("operation", "prod");
    return Stream.of(
        eltwise.bottom(2, 3).bottom(2, 3),
        eltwise.option("coeff", "[2, -0.5, 1]").bottom(3).bottom(3).bottom(3),
        eltwise.option("coeff", "[1, 0]").bottom().bottom(),
        product.bottom(2, 3).bottom(2, 3).bottom(2, 3),
        product.option("stable_prod_grad", false).bottom(5).bottom(5),
        eltwise
            .option("operation", "max")
            .bottom(Values.between(0, 1), 3, 4)
            .bottom(Values.between(2, 3), 3, 4));
  }

  @Test
  void addsWithCoefficients() {
    try (TestLayer layer =
        make("Eltwise", options("coeff", "[2, -1]"), blob(1, -2), blob(0.5, 3))) {
      layer.forward();
      assertThat(layer.top(0)).containsExactly(1.5f, -7f);
      layer.backward(1, 10);
      assertThat(layer.bottomDiff(0)).containsExactly(2f, 20f);
      assertThat(layer.bottomDiff(1)).containsExactly(-1f, -10f);
    }
  }

  @Test
  void multipliesWithTheRightGradientAtZeros() {
    for (boolean stable : new boolean[] {true, false}) {
      var options = options("operation", "prod", "stable_prod_grad", stable);
      try (TestLayer layer = make("Eltwise", options, blob(0, 2), blob(3, 0))) {
        layer.forward();
        assertThat(layer.top(0)).containsExactly(0f, 0f);
        layer.backward(1, 10);
        assertThat(layer.bottomDiff(0)).containsExactly(3f, 0f);
        assertThat(layer.bottomDiff(1)).containsExactly(0f, 20f);
      }
    }
  }

  @Test
  void takesTheEarliestOfTheGreatest() {
    try (TestLayer layer =
        make("Eltwise", options("operation", "max"), blob(1, 5), blob(1, 7), blob(0, 7))) {
      layer.forward();
      assertThat(layer.top(0)).containsExactly(1f, 7f);
      layer.backward(1, 10);
      assertThat(layer.bottomDiff(0)).containsExactly(1f, 0f);
      assertThat(layer.bottomDiff(1)).containsExactly(0f, 10f);
      assertThat(layer.bottomDiff(2)).containsExactly(0f, 0f);
    }
  }

  @Test
  void onlyASumWorksInPlace() {
    LayerTraits declared = new LayerTraits(false, Set.of(Reads.BOTTOM_DATA));
    for (Operation operation : Operation.values()) {
      LayerTraits traits = new EltwiseLayer.Options(operation, List.of(), true).refine(declared);
      LayerTraits free = new LayerTraits(true, Set.of());
      assertThat(traits).isEqualTo(operation == Operation.SUM ? free : declared);
    }
  }

  @Test
  void refusesCoefficientsThatDontFit() {
    assertThat(refusal("Eltwise", options("coeff", "[1, 2, 3]"), blob(1), blob(2)))
        .isEqualTo("coeff must have a number for each of 2 bottoms, but is [1.0, 2.0, 3.0]");
    var product = options("coeff", "[1, 2]", "operation", "prod");
    assertThat(refusal("Eltwise", product, blob(1), blob(2)))
        .isEqualTo("coeff is for operation sum, but operation is prod");
  }

  @Test
  void ignoresCoefficientsOfAMaximumAsCaffeDoes() {
    var max = options("coeff", "[1, 2]", "operation", "max");
    assertThat(run("Eltwise", max, blob(3, 1), blob(2, 2))).containsExactly(3f, 2f);
  }

  @Test
  void refusesOtherShapes() {
    assertThat(refusal("Eltwise", options(), blob(1, 2), blob(3)))
        .isEqualTo("bottom 1 has the shape [1], but must have that of bottom 0, [2]");
  }
}
