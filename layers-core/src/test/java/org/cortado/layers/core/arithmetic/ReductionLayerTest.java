package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.cortado.api.LayerTraits;
import org.cortado.api.Reads;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.layers.core.arithmetic.ReductionLayer.Operation;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class ReductionLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case reduction = layer("Reduction");
    return Stream.of(
        reduction.bottom(2, 3),
        reduction.bottom(),
        reduction.option("axis", 1).option("coeff", -0.5).bottom(2, 3, 2),
        reduction.option("operation", "asum").option("axis", -1).bottom(Values.nonZero(), 2, 3),
        reduction.option("operation", "sumsq").option("coeff", 2).bottom(5),
        reduction.option("operation", "mean").option("axis", 2).bottom(2, 3, 5));
  }

  private static void assertReduction(String operation, float y0, float y1, float... dx) {
    Blob x = blob(Shape.of(2, 2), 1, -2, 0, 4);
    var options = options("operation", operation, "axis", 1, "coeff", 3);
    try (TestLayer layer = make("Reduction", options, x)) {
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(2));
      assertThat(layer.top(0)).containsExactly(y0, y1);
      layer.backward(1, 10);
      assertThat(layer.bottomDiff(0)).containsExactly(dx);
    }
  }

  @Test
  void doesWhatEachOperationSays() {
    assertReduction("sum", -3, 12, 3, 3, 30, 30);
    assertReduction("asum", 9, 12, 3, -3, 0, 30);
    assertReduction("sumsq", 15, 48, 6, -12, 0, 240);
    assertReduction("mean", -1.5f, 6, 1.5f, 1.5f, 15, 15);
  }

  @Test
  void goesAlongAllAxesFromTheGivenOneOn() {
    Blob x = blob(Shape.of(2, 1, 2), 1, 2, 3, 4);
    assertThat(run("Reduction", options(), x)).containsExactly(10f);
    assertThat(run("Reduction", options("axis", 1), x)).containsExactly(3f, 7f);
    assertThat(run("Reduction", options("axis", -1), x)).containsExactly(3f, 7f);
  }

  @Test
  void isZeroOfNothing() {
    for (Operation operation : Operation.values()) {
      String name = operation.name().toLowerCase(java.util.Locale.ROOT);
      assertThat(run("Reduction", options("operation", name), blob(Shape.of(0, 2))))
          .containsExactly(0f);
    }
  }

  @Test
  void readsItsBottomOnlyWhereItMust() {
    LayerTraits declared = new LayerTraits(false, Set.of(Reads.BOTTOM_DATA));
    for (Operation operation : Operation.values()) {
      boolean linear = operation == Operation.SUM || operation == Operation.MEAN;
      assertThat(new ReductionLayer.Options(operation, 0, 1).refine(declared).backwardReads())
          .isEqualTo(linear ? Set.of() : Set.of(Reads.BOTTOM_DATA));
    }
  }

  @Test
  void refusesAnAxisThatThereIsNot() {
    assertThat(refusal("Reduction", options("axis", 2), blob(Shape.of(1, 1), 1)))
        .isEqualTo("axis is 2, but the bottom [1x1] has 2 axes");
  }
}
