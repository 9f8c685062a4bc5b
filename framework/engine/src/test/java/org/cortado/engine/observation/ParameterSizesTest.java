package org.cortado.engine.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cortado.engine.solver.Observation;
import org.cortado.engine.solver.TrainReport;
import org.cortado.engine.update.ParameterNorms;
import org.junit.jupiter.api.Test;

class ParameterSizesTest {

  private final Heard heard = new Heard();
  private final ParameterSizes sizes = new ParameterSizes(heard);

  private void report(long iteration) {
    sizes.displayed(new TrainReport(iteration, 1, 1, Map.of()));
  }

  @Test
  void tellsTheNormsOfTheUpdateBeforeAReport() {
    sizes.updated(2, List.of(new ParameterNorms("ip.0", 8, 13, 5)));
    report(2);
    assertThat(heard.observations())
        .containsExactly(
            new Observation(
                2,
                "parameters",
                Map.of(
                    "parameters",
                    Map.of(
                        "ip.0",
                        Map.of(
                            "weight_norm", 8f,
                            "gradient_norm", 13f,
                            "update_norm", 5f,
                            "update_ratio", 0.625f)))));
  }

  @Test
  void tellsNoUpdateTwice() {
    sizes.updated(2, List.of(new ParameterNorms("ip.0", 8, 13, 5)));
    report(2);
    report(3);
    assertThat(heard.observations()).hasSize(1);
  }

  @Test
  void dividesByNoWeights() {
    sizes.updated(2, List.of(new ParameterNorms("ip.0", 0, 13, 5)));
    report(2);
    assertThat(heard.observations().get(0).values().toString()).doesNotContain("update_ratio");
  }
}
