package org.cortado.engine.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.portable.PortableBackendFactory;
import org.cortado.engine.solver.Observation;
import org.cortado.engine.solver.TrainReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParameterNormsTest {

  private final Heard heard = new Heard();
  private final Blob blob = new Blob(Shape.of(2), new PortableBackendFactory().create(1).memory());
  private ParameterNorms norms;

  @BeforeEach
  void prepare() {
    List<Parameter> parameters = List.of(new Parameter("ip", 0, blob, 1, 1));
    norms = new ParameterNorms(new CopyingNormMeter(parameters), 2, 5, heard);
    blob.data().write().put(0, new float[] {3, 4});
    blob.diff().write().put(0, new float[] {5, 12});
  }

  private void moveTo(float... values) {
    blob.data().write().put(0, values);
  }

  private void report(long iteration) {
    norms.displayed(new TrainReport(iteration, 1, 1, Map.of()));
  }

  private static Map<String, Map<String, Map<String, Float>>> parameters(
      Map<String, Float> ofTheOne) {
    return Map.of("parameters", Map.of("ip.0", ofTheOne));
  }

  @Test
  void measuresTheUpdateBeforeAReport() {
    norms.iterationStarting(1);
    moveTo(0, 8);
    report(2);
    assertThat(heard.observations())
        .containsExactly(
            new Observation(
                2,
                "parameters",
                parameters(
                    Map.of(
                        "weight_norm", 8f,
                        "gradient_norm", 13f,
                        "update_norm", 5f,
                        "update_ratio", 0.625f))));
  }

  @Test
  void measuresTheLastUpdateWhereverItFalls() {
    norms.iterationStarting(4);
    report(5);
    assertThat(heard.observations().get(0).values().toString()).contains("update_norm=0.0");
  }

  @Test
  void saysNothingOfAnUpdateThatItDidNotExpectToReport() {
    norms.iterationStarting(1);
    report(2);
    norms.iterationStarting(2);
    report(3);
    assertThat(heard.observations().get(1))
        .isEqualTo(
            new Observation(
                3, "parameters", parameters(Map.of("weight_norm", 5f, "gradient_norm", 13f))));
  }

  @Test
  void dividesByNoWeights() {
    norms.iterationStarting(1);
    moveTo(0, 0);
    report(2);
    assertThat(heard.observations().get(0).values().toString()).doesNotContain("update_ratio");
  }

  @Test
  void passesOverStatistics() {
    Blob statistic =
        Blob.withoutGradient(Shape.of(2), new PortableBackendFactory().create(1).memory());
    List<Parameter> parameters = List.of(new Parameter("bn", 0, statistic, 0, 0));
    new ParameterNorms(new CopyingNormMeter(parameters), 1, 1, heard)
        .displayed(new TrainReport(1, 1, 1, Map.of()));
    assertThat(heard.observations()).isEmpty();
  }
}
