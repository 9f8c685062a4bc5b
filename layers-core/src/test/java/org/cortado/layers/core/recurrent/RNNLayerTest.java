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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RNNLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case two = layer("RNN").option("num_output", 2);
    Case exposed = two.option("expose_hidden", true).tops(2).fixedShape();
    return Stream.of(
        two.bottom(3, 2, 4).bottom(Values.labels(2), 3, 2),
        two.bottom(1, 3, 2, 2).bottom(Values.labels(2), 1, 3),
        two.bottom(4, 1, 1).bottom(Values.exactly(1, 1, 0, 1), 4, 1),
        layer("RNN").option("num_output", 1).bottom(1, 1, 1).bottom(Values.labels(2), 1, 1),
        two.bottom(2, 2, 2).bottom(Values.labels(2), 2, 2).bottom(2, 3).fixedShape(),
        exposed.bottom(3, 2, 1).bottom(Values.labels(2), 3, 2).bottom(1, 2, 2),
        exposed
            .bottom(2, 3, 2)
            .bottom(Values.exactly(1, 1, 0, 1, 0, 1), 2, 3)
            .bottom(3)
            .bottom(1, 3, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "4, 3, false, false",
    "4, 3, true, false",
    "5, 2, false, true",
    "5, 2, true, true",
    "1, 1, true, true",
    "9, 1, true, false"
  })
  void agreesWithPlainLoops(int steps, int streams, boolean withStatic, boolean exposed) {
    Sequences.agreeWithReference(
        "RNN", Shape.of(steps, streams), withStatic, exposed, LayerContract::blob);
  }

  private static TestLayer counting(double... cont) {
    Blob x = blob(Shape.of(cont.length, 1, 1), new double[cont.length]);
    Blob conts = blob(Shape.of(cont.length, 1), cont);
    TestLayer layer = make("RNN", options("num_output", 1), x, conts);
    layer.setParameter(1, 0.5);
    layer.setParameter(2, 1);
    layer.setParameter(3, 1);
    return layer;
  }

  @Test
  void hasTheNumbersWorkedOutByHand() {
    try (TestLayer layer = counting(1, 1, 0)) {
      layer.forward();
      double h1 = Math.tanh(0.5);
      double h2 = Math.tanh(0.5 + h1);
      assertThat(layer.top(0))
          .containsExactly(
              new float[] {(float) Math.tanh(h1), (float) Math.tanh(h2), (float) Math.tanh(h1)},
              within(1e-6f));
    }
  }

  @Test
  void goesOnWhereTheSweepBeforeEnded() {
    try (TestLayer whole = counting(1, 1, 1, 1);
        TestLayer half = counting(1, 1)) {
      whole.forward();
      half.forward();
      half.iteration(1);
      half.forward();
      half.forward();
      assertThat(half.top(0))
          .containsExactly(new float[] {whole.top(0)[2], whole.top(0)[3]}, within(1e-6f));
    }
  }

  @Test
  void hasItsParametersInCaffesOrder() {
    Blob x = blob(Shape.of(1, 1, 4), 1, 2, 3, 4);
    Blob constant = blob(Shape.of(1, 5), 1, 2, 3, 4, 5);
    Blob cont = blob(Shape.of(1, 1), 1);
    try (TestLayer layer = make("RNN", options("num_output", 3), x, cont, constant)) {
      assertThat(layer.layer().parameters())
          .extracting(Blob::shape)
          .containsExactly(
              Shape.of(3, 4),
              Shape.of(3),
              Shape.of(3, 5),
              Shape.of(3, 3),
              Shape.of(3, 3),
              Shape.of(3));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "2, 0"})
  void takesNoStepsAndNoStreams(int steps, int streams) {
    List<Blob> bottoms = List.of(blob(Shape.of(steps, streams, 1)), blob(Shape.of(steps, streams)));
    try (TestLayer layer = TestLayer.of("RNN", options("num_output", 2), 1, bottoms)) {
      layer.forward();
      layer.backward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(steps, streams, 2));
    }
  }

  @Test
  void refusesAnyOtherNumberOfBottomsAndTops() {
    Blob x = blob(Shape.of(1, 1), 1);
    assertThat(refusal("RNN", options("num_output", 1), x, x, x, x))
        .isEqualTo(
            "there are 4 bottoms and 1 tops, but with expose_hidden false there must be 2 or 3, and"
                + " 1");
  }
}
