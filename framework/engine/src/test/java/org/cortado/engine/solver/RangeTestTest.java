package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.cortado.api.Phase;
import org.cortado.engine.net.Net;
import org.cortado.engine.solver.RangeTestResult.End;
import org.cortado.engine.solver.RangeTestResult.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeTestTest {

  @TempDir private Path folder;

  private RangeTestResult run(RangeTest test) {
    Bench bench = new Bench(folder);
    SolverDefinition definition = bench.definition(test.settings().toArray(String[]::new));
    try (Net net = bench.build(Phase.TRAIN)) {
      return test.run(net, definition, bench.backend);
    }
  }

  @Test
  void triesRatesThatRiseByOneFactor() {
    RangeTestResult result = run(new RangeTest(1e-6, 1e-2, 5));
    assertThat(result.end()).isEqualTo(End.ALL_TRIED);
    List<Double> rates = result.points().stream().map(Point::rate).toList();
    assertThat(rates).hasSize(5);
    for (int i = 0; i < 5; i++) {
      assertThat(rates.get(i) / Math.pow(10, i - 6)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void stopsWhereTheLossIsTooHigh() {
    RangeTestResult result = run(new RangeTest(1e-3, 100, 60));
    assertThat(result.end()).isEqualTo(End.LOSS_TOO_HIGH);
    assertThat(result.points()).hasSizeBetween(20, 59);
    double lowest = result.points().stream().mapToDouble(Point::smoothed).min().orElseThrow();
    int last = result.points().size() - 1;
    assertThat(result.points().get(last).smoothed()).isGreaterThan(4 * lowest);
    assertThat(result.points().get(last - 1).smoothed()).isLessThanOrEqualTo(4 * lowest);
  }

  @Test
  void endsWellWhereTheLossIsNoNumber() {
    RangeTestResult result = run(new RangeTest(1e30, 1e37, 3));
    assertThat(result.end()).isEqualTo(End.NOT_FINITE);
    assertThat(result.points()).hasSize(1);
  }

  @Test
  void isTheSameEachTime() {
    RangeTest test = new RangeTest(1e-3, 100, 60);
    assertThat(run(test)).isEqualTo(run(test));
  }
}
