package org.cortado.layers.core.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class LSTMUnitLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case unit = layer("LSTMUnit").tops(2).fixedShape();
    return Stream.of(
        unit.bottom(1, 2, 3).bottom(1, 2, 12).bottom(Values.exactly(0, 1), 1, 2),
        unit.bottom(1, 3, 1).bottom(1, 3, 4).bottom(Values.exactly(1, 0.5, 1), 1, 3),
        unit.bottom(1, 1, 1).bottom(1, 1, 4).bottom(Values.labels(2), 1, 1),
        unit.bottom(1, 40, 50).bottom(1, 40, 200).bottom(Values.labels(2), 1, 40));
  }

  private static TestLayer unit(double previous, double cont, double... gates) {
    List<Blob> bottoms =
        List.of(
            blob(Shape.of(1, 1, 1), previous),
            blob(Shape.of(1, 1, 4), gates),
            blob(Shape.of(1, 1), cont));
    return TestLayer.of("LSTMUnit", options(), 2, bottoms);
  }

  @Test
  void hasTheNumbersWorkedOutByHand() {
    try (TestLayer layer = unit(2, 1, 0, 0, 0, 1)) {
      layer.forward();
      double c = 0.5 * 2 + 0.5 * Math.tanh(1);
      assertThat(layer.top(0)[0]).isCloseTo((float) c, within(1e-6f));
      assertThat(layer.top(1)[0]).isCloseTo((float) (0.5 * Math.tanh(c)), within(1e-6f));
      layer.backward(1);
      assertThat(layer.bottomDiff(0)).containsExactly(new float[] {0.5f}, within(1e-6f));
      float g = (float) Math.tanh(1);
      assertThat(layer.bottomDiff(1))
          .containsExactly(
              new float[] {g * 0.25f, 2 * 0.25f, 0, 0.5f * (1 - g * g)}, within(1e-6f));
    }
  }

  @Test
  void forgetsEvenANanWhereContIsZero() {
    try (TestLayer layer = unit(Double.NaN, 0, 1, 1, 1, 1)) {
      layer.forward();
      assertThat(layer.top(0)[0]).isNotNaN();
      layer.backward(1);
      assertThat(layer.bottomDiff(0)).containsExactly(0f);
      assertThat(layer.bottomDiff(1)).doesNotContain(Float.NaN);
    }
  }

  @Test
  void takesNoStreams() {
    List<Blob> bottoms =
        List.of(blob(Shape.of(1, 0, 2)), blob(Shape.of(1, 0, 8)), blob(Shape.of(1, 0)));
    try (TestLayer layer = TestLayer.of("LSTMUnit", options(), 2, bottoms)) {
      layer.forward();
      layer.backward();
      assertThat(layer.topShape(1)).isEqualTo(Shape.of(1, 0, 2));
    }
  }

  private static Blob zeros(int... dims) {
    return blob(Shape.of(dims), new double[Shape.of(dims).count()]);
  }

  @Test
  void refusesBottomsThatDontGoTogether() {
    assertThat(refusal("LSTMUnit", options(), zeros(2, 1, 3), zeros(1), zeros(1)))
        .isEqualTo("bottom 0 has the shape [2x1x3], but must be one step, [1 x streams x units]");
    assertThat(refusal("LSTMUnit", options(), zeros(1, 2, 3), zeros(1, 2, 9), zeros(1, 2)))
        .isEqualTo(
            "bottom 1 has the shape [1x2x9], but to go with bottom 0, [1x2x3], it must have"
                + " [1x2x12]");
    assertThat(refusal("LSTMUnit", options(), zeros(1, 2, 3), zeros(1, 2, 12), zeros(1, 3)))
        .isEqualTo(
            "bottom 2 has the shape [1x3], but to go with bottom 0, [1x2x3], it must have [1x2]");
  }
}
