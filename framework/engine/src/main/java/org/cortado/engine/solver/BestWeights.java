package org.cortado.engine.solver;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.engine.format.Safetensors;
import org.cortado.engine.format.SafetensorsFile;
import org.cortado.engine.format.WeightsException;
import org.cortado.engine.net.Net;
import org.cortado.engine.rate.Goal;

/** Saves the weights whenever a metric is better than ever before. */
final class BestWeights implements SolverListener {

  private final String metric;
  private final Goal goal;
  private final Observations observations;
  private final Net net;
  private final RunFolder folder;
  private final SolverListener listener;

  /**
   * Makes one.
   *
   * @param observations must be told before it
   * @param listener is told when it has saved
   */
  BestWeights(
      SolverDefinition.Best definition,
      Observations observations,
      Net net,
      RunFolder folder,
      SolverListener listener) {
    metric = definition.metric();
    goal = definition.goal();
    this.observations = observations;
    this.net = net;
    this.folder = folder;
    this.listener = listener;
  }

  @Override
  public void tested(TestReport report) {
    if (metric.startsWith(report.name() + ".") && lastIsBest()) {
      save(report.iteration());
    }
  }

  /** A run that goes on may have forgotten how good the weights are that it has kept. */
  private boolean lastIsBest() {
    List<Double> values = observations.history().values(metric);
    double last = values.get(values.size() - 1);
    return Stream.concat(values.subList(0, values.size() - 1).stream(), kept().stream())
        .allMatch(earlier -> goal.gain(metric, last, earlier) > 0);
  }

  private Optional<Double> kept() {
    if (!Files.exists(folder.best())) {
      return Optional.empty();
    }
    try (SafetensorsFile best = Safetensors.open(folder.best())) {
      return Optional.ofNullable(best.metadata().get(metric)).map(Double::valueOf);
    } catch (WeightsException | NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  private void save(long done) {
    List<Double> values = observations.history().values(metric);
    Weights.save(
        net,
        folder.best(),
        Map.of("iteration", Long.toString(done), metric, values.get(values.size() - 1).toString()));
    listener.snapshotSaved(done, folder.best());
  }
}
