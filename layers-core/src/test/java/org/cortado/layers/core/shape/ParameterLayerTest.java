package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ParameterLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case parameter = layer("Parameter");
    return Stream.of(
        parameter.option("shape", "[2, 3]"),
        parameter.option("shape", "[]"),
        parameter.option("shape", "[1]").option("filler", "{type: uniform}"));
  }

  private static Map<String, Object> filledWith(int value) {
    return options("shape", "[2]", "filler", "{type: constant, value: %d}".formatted(value));
  }

  @Test
  void showsWhatTheFillerMakes() {
    assertThat(run("Parameter", filledWith(3))).containsExactly(3f, 3f);
    assertThat(run("Parameter", options("shape", "[2]"))).containsExactly(0f, 0f);
  }

  @Test
  void addsItsGradient() {
    try (TestLayer parameter = make("Parameter", filledWith(3))) {
      parameter.forward();
      parameter.backward(1, 2);
      parameter.backward(10, 20);
      assertThat(parameter.parameterDiff(0)).containsExactly(11f, 22f);
    }
  }

  @Test
  void learnsNothingFromALayerThatWorksInPlace() {
    try (TestLayer parameter = make("Parameter", filledWith(3))) {
      parameter.forward();
      parameter.tops().get(0).data().write().put(0, 99);
      assertThat(parameter.parameter(0)).containsExactly(3f, 3f);
      parameter.forward();
      assertThat(parameter.top(0)).containsExactly(3f, 3f);
    }
  }

  @Test
  void showsNothing() {
    assertThat(run("Parameter", options("shape", "[0, 2]"))).isEmpty();
  }
}
