package org.cortado.engine.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.cortado.engine.solver.IterationReport;
import org.cortado.engine.solver.TrainReport;
import org.junit.jupiter.api.Test;

class ThroughputTest {

  private final Heard heard = new Heard();
  private final Throughput throughput = new Throughput(heard);

  private void iterate(long number, int items) throws InterruptedException {
    throughput.iterationStarting(number - 1);
    Thread.sleep(1);
    throughput.iterationDone(new IterationReport(number, 1, 1, items, Map.of()));
  }

  private Map<String, ?> report(long iteration) {
    throughput.displayed(new TrainReport(iteration, 1, 1, Map.of()));
    return heard.observations().get(heard.observations().size() - 1).values();
  }

  private static double rate(Map<String, ?> rates, String name) {
    return (double) Objects.requireNonNull(rates.get(name));
  }

  @Test
  void countsItemsAndIterationsSinceTheLastReport() throws InterruptedException {
    iterate(1, 64);
    iterate(2, 64);
    report(2);
    iterate(3, 64);
    Map<String, ?> rates = report(3);
    double iterations = rate(rates, "iterations_per_second");
    assertThat(iterations).isPositive();
    assertThat(rate(rates, "items_per_second") / iterations).isBetween(64 - 1e-9, 64 + 1e-9);
  }

  @Test
  void tellsNoItemsWhereNobodyCountsThem() throws InterruptedException {
    iterate(1, 0);
    assertThat(report(1)).containsOnlyKeys("iterations_per_second");
  }
}
