package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.NumbersException;
import org.cortado.api.Phase;
import org.cortado.engine.net.Net;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

class SolverTest {

  private static final float TOLERANCE = 1e-5f;

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
  }

  /** Caffe's own test of its solvers: the closed form of least squares, for some iterations. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed=1",
        "lr_policy={type: inv, gamma: 0.5, power: 0.75}",
        "lr_policy={type: step, gamma: 0.5, stepsize: 3}",
        "weight_decay=0.5",
        "weight_decay=0.1;regularization_type=l1",
        "momentum=0.9",
        "lr_policy={type: inv, gamma: 0.5, power: 0.75};weight_decay=0.5;momentum=0.5",
      })
  void followsTheClosedForm(String settings) {
    SolverDefinition definition = bench.definition(settings.split(";"));
    try (Net net = bench.build(Phase.TRAIN)) {
      LeastSquares byHand = new LeastSquares(definition, net);
      List<IterationReport> reports = run(net, definition);
      assertThat(reports).hasSize(10);
      for (IterationReport report : reports) {
        double loss = byHand.iterate(report.iteration() - 1, report.learningRate());
        assertThat(report.loss()).isCloseTo(loss, within(1e-5));
      }
      assertThat(Bench.values(net.parameters().get(0)))
          .containsExactly(weights(byHand), within(TOLERANCE));
      assertThat(Bench.values(net.parameters().get(1))[0])
          .isCloseTo((float) byHand.weight(3), within(TOLERANCE));
    }
  }

  private static float[] weights(LeastSquares byHand) {
    return new float[] {
      (float) byHand.weight(0), (float) byHand.weight(1), (float) byHand.weight(2)
    };
  }

  @Test
  void reportsTheRateOfThePolicyAndTheBatch() {
    SolverDefinition definition =
        bench.definition(
            "base_lr=1", "max_iter=3", "lr_policy={type: step, gamma: 0.5, stepsize: 2}");
    try (Net net = bench.build(Phase.TRAIN)) {
      List<IterationReport> reports = run(net, definition);
      assertThat(reports).extracting(IterationReport::iteration).containsExactly(1L, 2L, 3L);
      assertThat(reports).extracting(IterationReport::learningRate).containsExactly(1d, 1d, 0.5);
      assertThat(reports).extracting(IterationReport::items).containsOnly(4);
      assertThat(reports)
          .allSatisfy(report -> assertThat(report.outputs()).containsOnlyKeys("loss"));
    }
  }

  @Test
  void tellsItsListenerBeforeAndAfterEachIteration() {
    SolverListener listener = mock(SolverListener.class);
    SolverDefinition definition = bench.definition("max_iter=2");
    try (Net net = bench.build(Phase.TRAIN);
        Solver solver = new Solver(net, definition, bench.backend, listener)) {
      solver.run();
      InOrder order = inOrder(listener);
      order.verify(listener).iterationStarting(0);
      order.verify(listener).iterationDone(any());
      order.verify(listener).iterationStarting(1);
      order.verify(listener).iterationDone(any());
      order.verifyNoMoreInteractions();
      assertThat(solver.done()).isEqualTo(2);
      assertThat(solver.seconds()).isPositive();
    }
  }

  @Test
  void stopsAfterTheIterationItIsIn() {
    SolverDefinition definition = bench.definition();
    List<Solver> self = new ArrayList<>();
    SolverListener stopper =
        new SolverListener() {
          @Override
          public void iterationStarting(long done) {
            if (done == 3) {
              self.get(0).stop();
            }
          }
        };
    try (Net net = bench.build(Phase.TRAIN);
        Solver solver = new Solver(net, definition, bench.backend, stopper)) {
      self.add(solver);
      solver.run();
      assertThat(solver.done()).isEqualTo(4);
      assertThat(solver.isStopping()).isTrue();
    }
  }

  @Test
  void namesTheFirstBlobThatIsNotFinite() {
    SolverDefinition definition = bench.definition("base_lr=1e30");
    try (Net net = bench.build(Phase.TRAIN)) {
      assertThatThrownBy(() -> run(net, definition))
          .isInstanceOf(NumbersException.class)
          .hasMessageMatching(
              "iteration [23]: the loss is (NaN|Infinity); the first blob that isn't finite is"
                  + " '(line|loss)' of layer '(line|loss)' .*; is base_lr too high\\?");
    }
  }

  @Test
  void namesTheParametersThatAreNotFinite() {
    SolverDefinition definition = bench.definition();
    try (Net net = bench.build(Phase.TRAIN)) {
      net.parameters().get(0).blob().data().update().put(1, Float.NaN);
      assertThatThrownBy(() -> run(net, definition))
          .isInstanceOf(NumbersException.class)
          .hasMessage(
              "iteration 1: the loss is NaN; the first blob that isn't finite is 'line' of layer"
                  + " 'line' (Line): its data is NaN at [0] of [4]; 4 of 4 aren't finite; it was"
                  + " made of these: data of 'x' is finite, from -1 to 1; data of 'line.0' is not:"
                  + " NaN at [1] of [3], 1 of 3 isn't finite, all else is from -0.1762 to 1.071;"
                  + " data of 'line.1' is finite, 1.09; is base_lr too high?");
    }
  }

  private List<IterationReport> run(Net net, SolverDefinition definition) {
    List<IterationReport> reports = new ArrayList<>();
    SolverListener listener =
        new SolverListener() {
          @Override
          public void iterationDone(IterationReport report) {
            reports.add(report);
          }
        };
    try (Solver solver = new Solver(net, definition, bench.backend, listener)) {
      solver.run();
    }
    return reports;
  }
}
