package org.cortado.engine.observation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.engine.solver.IterationReport;
import org.cortado.engine.solver.Observation;
import org.cortado.engine.solver.SolverListener;
import org.cortado.engine.solver.TrainReport;

/** Tells at each report how fast the iterations since the last one went, tests left out. */
final class Throughput implements SolverListener {

  private static final double NANOS = 1e-9;

  private final SolverListener listener;
  private long start;
  private double seconds;
  private long iterations;
  private long items;

  Throughput(SolverListener listener) {
    this.listener = listener;
  }

  @Override
  public void iterationStarting(long done) {
    start = System.nanoTime();
  }

  @Override
  public void iterationDone(IterationReport report) {
    seconds += (System.nanoTime() - start) * NANOS;
    iterations++;
    items += report.items();
  }

  @Override
  public void displayed(TrainReport report) {
    if (seconds > 0) {
      Map<String, Double> rates = new LinkedHashMap<>();
      rates.put("iterations_per_second", iterations / seconds);
      if (items > 0) {
        rates.put("items_per_second", items / seconds);
      }
      listener.observed(new Observation(report.iteration(), "throughput", rates));
    }
    seconds = 0;
    iterations = 0;
    items = 0;
  }
}
