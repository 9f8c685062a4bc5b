package org.cortado.layers.core.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LSTMLayerTest extends LayerContract {

  private static final String RANDOM = "{type: uniform, min: -1, max: 1}";

  @Override
  protected Stream<Case> cases() {
    Case two = layer("LSTM").option("num_output", 2);
    Case exposed = two.option("expose_hidden", true).tops(3).fixedShape();
    return Stream.of(
        two.bottom(3, 2, 4).bottom(Values.labels(2), 3, 2),
        two.bottom(1, 3, 2, 2).bottom(Values.labels(2), 1, 3),
        two.bottom(4, 1, 1).bottom(Values.exactly(1, 1, 0, 1), 4, 1),
        two.bottom(3, 2, 1).bottom(Values.exactly(0, 0, 1, 1, 1, 0), 3, 2),
        two.bottom(3, 2, 2).bottom(Values.exactly(0, 1, 1, 0.5, 1, 1), 3, 2),
        layer("LSTM").option("num_output", 1).bottom(1, 1, 1).bottom(Values.labels(2), 1, 1),
        two.bottom(2, 2, 2).bottom(Values.labels(2), 2, 2).bottom(2, 3).fixedShape(),
        exposed.bottom(3, 2, 1).bottom(Values.labels(2), 3, 2).bottom(1, 2, 2).bottom(1, 2, 2),
        exposed
            .bottom(2, 3, 2)
            .bottom(Values.exactly(1, 1, 0, 1, 0, 1), 2, 3)
            .bottom(3)
            .bottom(1, 3, 2)
            .bottom(1, 3, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "4, 3, false, false",
    "4, 3, true, false",
    "5, 2, false, true",
    "5, 2, true, true",
    "1, 1, true, true",
    "1, 70, false, true",
    "9, 1, true, false"
  })
  void agreesWithPlainLoops(int steps, int streams, boolean withStatic, boolean exposed) {
    Sequences.agreeWithReference(
        "LSTM", Shape.of(steps, streams), withStatic, exposed, LayerContract::blob);
  }

  @Test
  void hasTheNumbersWorkedOutByHand() {
    Map<String, Object> options = options("num_output", 1);
    try (TestLayer layer = make("LSTM", options, blob(Shape.of(2, 1, 1), 1, 2), ones(2, 1))) {
      layer.setParameter(0, 0, 0, 0, 1);
      layer.setParameter(1, 0, 0, 0, 0);
      layer.setParameter(2, 0, 0, 0, 0);
      layer.forward();
      double first = 0.5 * Math.tanh(1);
      double second = 0.5 * first + 0.5 * Math.tanh(2);
      assertThat(layer.top(0)[0]).isCloseTo((float) (0.5 * Math.tanh(first)), within(1e-6f));
      assertThat(layer.top(0)[1]).isCloseTo((float) (0.5 * Math.tanh(second)), within(1e-6f));
    }
  }

  private static Blob ones(int... dims) {
    return all(1, dims);
  }

  private static Blob all(double value, int... dims) {
    double[] values = new double[Shape.of(dims).count()];
    Arrays.fill(values, value);
    return blob(Shape.of(dims), values);
  }

  private static Blob ramp(int... dims) {
    double[] values = new double[Shape.of(dims).count()];
    Arrays.setAll(values, i -> Math.sin(i));
    return blob(Shape.of(dims), values);
  }

  private static Map<String, Object> random(Object... more) {
    Map<String, Object> options = options("num_output", 3, "weight_filler", RANDOM);
    options.putAll(options(more));
    return options;
  }

  private static float[] part(float[] whole, int from, int to) {
    return Arrays.copyOfRange(whole, from, to);
  }

  /** Gives the bottoms some steps of a whole sequence. */
  private static void show(TestLayer layer, Blob whole, int from, int steps) {
    Blob x = layer.bottoms().get(0);
    int row = whole.shape().count(1);
    x.reshape(whole.shape().with(0, steps));
    x.data().write().put(0, whole.data().read(), from * row, steps * row);
    layer.bottoms().get(1).reshape(Shape.of(steps, whole.shape().dim(1)));
    layer.layer().reshape(layer.bottoms(), layer.tops());
  }

  @Test
  void goesOnWhereTheSweepBeforeEnded() {
    Blob whole = ramp(5, 2, 2);
    try (TestLayer once = make("LSTM", random(), whole, ones(5, 2));
        TestLayer pieces = make("LSTM", random(), ramp(5, 2, 2), ones(5, 2))) {
      once.forward();
      show(pieces, whole, 0, 2);
      pieces.forward();
      assertThat(pieces.top(0)).containsExactly(part(once.top(0), 0, 12), within(1e-6f));
      pieces.iteration(1);
      show(pieces, whole, 2, 3);
      pieces.forward();
      assertThat(pieces.top(0)).containsExactly(part(once.top(0), 12, 30), within(1e-6f));
    }
  }

  @Test
  void startsFromTheSameStateHoweverOftenASweepIsRun() {
    try (TestLayer layer = make("LSTM", random(), ramp(2, 2, 2), ones(2, 2))) {
      layer.forward();
      float[] first = layer.top(0);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(first);
      layer.iteration(1);
      layer.forward();
      float[] second = layer.top(0);
      assertThat(second).isNotEqualTo(first);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(second);
    }
  }

  @Test
  void startsFromZerosAfterAnyOtherSweep() {
    try (TestLayer layer = make("LSTM", random(), ramp(2, 2, 2), ones(2, 2))) {
      layer.iteration(500);
      layer.forward();
      float[] first = layer.top(0);
      layer.iteration(499);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(first);
      layer.iteration(501);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(first);
    }
  }

  @Test
  void startsFromZerosWithAnotherNumberOfStreams() {
    try (TestLayer layer = make("LSTM", random(), ramp(2, 1, 2), ones(2, 1))) {
      layer.forward();
      float[] first = layer.top(0);
      layer.bottoms().get(0).reshape(Shape.of(1, 2, 2));
      layer.bottoms().get(1).reshape(Shape.of(1, 2));
      layer.layer().reshape(layer.bottoms(), layer.tops());
      layer.iteration(1);
      layer.forward();
      assertThat(part(layer.top(0), 0, 3)).containsExactly(part(first, 0, 3));
    }
  }

  @Test
  void beginsAnewWhereContIsZero() {
    Blob x = blob(Shape.of(3, 1, 1), 0.5, -0.5, 0.5);
    try (TestLayer layer = make("LSTM", random(), x, blob(Shape.of(3, 1), 1, 1, 0))) {
      layer.forward();
      layer.iteration(1);
      layer.forward();
      float[] h = layer.top(0);
      layer.iteration(0);
      layer.forward();
      assertThat(part(layer.top(0), 0, 3)).containsExactly(part(h, 6, 9));
      assertThat(part(h, 0, 3)).isNotEqualTo(part(h, 6, 9));
    }
  }

  @Test
  void forgetsEvenANanWhereContIsZero() {
    Blob x = blob(Shape.of(3, 1, 1), Double.NaN, 1, 1);
    try (TestLayer layer = make("LSTM", random(), x, blob(Shape.of(3, 1), 0, 0, 1))) {
      layer.forward();
      float[] h = layer.top(0);
      assertThat(part(h, 0, 3)).containsOnly(Float.NaN);
      assertThat(part(h, 3, 9)).doesNotContain(Float.NaN);
      layer.backward(0, 0, 0, 1, 1, 1, 1, 1, 1);
      assertThat(part(layer.bottomDiff(0), 1, 3)).doesNotContain(Float.NaN);
    }
  }

  @Test
  void exposesTheStatesInsteadOfCarryingThem() {
    Blob h0 = ramp(1, 2, 3);
    Blob c0 = all(0.5, 1, 2, 3);
    List<Blob> bottoms = List.of(ramp(2, 2, 2), ones(2, 2), h0, c0);
    try (TestLayer layer = TestLayer.of("LSTM", random("expose_hidden", true), 3, bottoms)) {
      layer.forward();
      float[] first = layer.top(0);
      assertThat(layer.top(1)).containsExactly(part(first, 6, 12));
      assertThat(layer.topShape(2)).isEqualTo(Shape.of(1, 2, 3));
      layer.iteration(1);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(first);
    }
  }

  @Test
  void isWhatItsUnitIsStepByStep() {
    Blob x = ramp(3, 2, 2);
    Blob cont = blob(Shape.of(3, 2), 0, 0, 1, 0, 1, 1);
    try (TestLayer layer = make("LSTM", random("bias_filler", RANDOM), x, cont)) {
      layer.forward();
      float[] h = new float[6];
      float[] c = new float[6];
      for (int t = 0; t < 3; t++) {
        float[] ct = part(copy(cont), 2 * t, 2 * t + 2);
        Blob gates = gates(layer, part(copy(x), 4 * t, 4 * t + 4), ct, h);
        List<Blob> bottoms =
            List.of(floats(Shape.of(1, 2, 3), c), gates, floats(Shape.of(1, 2), ct));
        try (TestLayer unit = TestLayer.of("LSTMUnit", options(), 2, bottoms)) {
          unit.forward();
          c = unit.top(0);
          h = unit.top(1);
        }
        assertThat(h).containsExactly(part(layer.top(0), 6 * t, 6 * t + 6), within(1e-6f));
      }
    }
  }

  private static Blob floats(Shape shape, float... values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return blob(shape, doubles);
  }

  /** Computes what goes into two streams of three units, from two inputs each. */
  private static Blob gates(TestLayer layer, float[] x, float[] cont, float[] h) {
    float[] wx = layer.parameter(0);
    float[] b = layer.parameter(1);
    float[] wh = layer.parameter(2);
    double[] gates = new double[24];
    for (int n = 0; n < 2; n++) {
      for (int j = 0; j < 12; j++) {
        double sum = b[j] + wx[2 * j] * x[2 * n] + wx[2 * j + 1] * x[2 * n + 1];
        for (int k = 0; k < 3; k++) {
          sum += wh[3 * j + k] * cont[n] * h[3 * n + k];
        }
        gates[12 * n + j] = sum;
      }
    }
    return blob(Shape.of(1, 2, 12), gates);
  }

  private static float[] copy(Blob blob) {
    float[] values = new float[blob.count()];
    blob.data().read().get(0, values);
    return values;
  }

  @Test
  void hasItsParametersInCaffesOrder() {
    Blob constant = ramp(2, 5);
    try (TestLayer layer = make("LSTM", random(), ramp(2, 2, 2, 2), ones(2, 2), constant)) {
      assertThat(layer.layer().parameters())
          .extracting(Blob::shape)
          .containsExactly(Shape.of(12, 4), Shape.of(12), Shape.of(12, 5), Shape.of(12, 3));
    }
  }

  @Test
  void takesOneInputWithoutAnAxisOfItsOwn() {
    try (TestLayer flat = make("LSTM", random(), ramp(3, 2), ones(3, 2));
        TestLayer layer = make("LSTM", random(), ramp(3, 2, 1), ones(3, 2))) {
      flat.forward();
      layer.forward();
      assertThat(flat.top(0)).containsExactly(layer.top(0));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "2, 0", "0, 0"})
  void takesNoStepsAndNoStreams(int steps, int streams) {
    List<Blob> bottoms =
        List.of(
            ramp(steps, streams, 2),
            ones(steps, streams),
            ramp(streams, 2),
            ramp(1, streams, 3),
            ramp(1, streams, 3));
    try (TestLayer layer = TestLayer.of("LSTM", random("expose_hidden", true), 3, bottoms)) {
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(steps, streams, 3));
      assertThat(layer.top(1)).containsExactly(copy(bottoms.get(3)));
      assertThat(layer.top(2)).containsExactly(copy(bottoms.get(4)));
      layer.tops().get(1).diff().copyFrom(bottoms.get(3).data());
      layer.tops().get(2).diff().clear();
      layer.layer().backward(layer.tops(), new boolean[] {true, false, true, true, true}, bottoms);
      assertThat(layer.bottomDiff(3)).containsExactly(copy(bottoms.get(3)));
      assertThat(layer.parameterDiff(3)).containsOnly(0f);
    }
  }

  @Test
  void refusesBottomsThatDontGoTogether() {
    Map<String, Object> one = options("num_output", 1);
    assertThat(refusal("LSTM", one, ramp(3), ramp(3)))
        .isEqualTo("bottom 0 has the shape [3], but its first 2 axes must be steps and streams");
    assertThat(refusal("LSTM", one, ramp(3, 2, 1), ramp(2, 3)))
        .isEqualTo(
            "bottom 1 has the shape [2x3], but to go with bottom 0, [3x2x1], it must have [3x2]");
    assertThat(refusal("LSTM", one, ramp(3, 2, 1), ramp(3, 2), ramp(3, 2)))
        .isEqualTo(
            "bottom 2 has the shape [3x2], but its first axis must be the 2 streams of bottom 0");
  }

  @Test
  void refusesStatesOfAnotherShape() {
    Map<String, Object> exposed = options("num_output", 1, "expose_hidden", true);
    List<Blob> bottoms = List.of(ramp(3, 2, 1), ramp(3, 2), ramp(1, 2, 1), ramp(2, 1));
    assertThat(catchThrowable(() -> TestLayer.of("LSTM", exposed, 3, bottoms)))
        .hasMessage(
            "bottom 3 has the shape [2x1], but to go with bottom 0, [3x2x1], it must have [1x2x1]");
  }

  @Test
  void refusesAnyOtherNumberOfBottomsAndTops() {
    assertThat(
            refusal(
                "LSTM", options("num_output", 1, "expose_hidden", true), ramp(1, 1), ramp(1, 1)))
        .isEqualTo(
            "there are 2 bottoms and 1 tops, but with expose_hidden true there must be 4 or 5, and"
                + " 3");
  }

  @Test
  void refusesAnotherNumberOfInputsOnceItsWeightsAreMade() {
    try (TestLayer layer = make("LSTM", random(), ramp(2, 2, 2), ones(2, 2))) {
      layer.bottoms().get(0).reshape(Shape.of(2, 2, 3));
      assertThat(catchThrowable(() -> layer.layer().reshape(layer.bottoms(), layer.tops())))
          .hasMessage(
              "the weights were made for 2 inputs, but the bottom [2x2x3] now has 3 from axis 2"
                  + " on");
    }
  }

  @Test
  void refusesToHaveNoUnit() {
    assertThat(refusal("LSTM", options("num_output", 0), ramp(1, 1), ramp(1, 1)))
        .contains("num_output must be at least 1, but is 0");
  }
}
