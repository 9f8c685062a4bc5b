package org.cortado.engine.solver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cortado.api.CarriedState;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.Net;
import org.cortado.engine.snapshot.Snapshot;
import org.cortado.engine.snapshot.SnapshotException;
import org.cortado.engine.snapshot.StoredSnapshot;

/**
 * All that a training remembers: takes snapshots of it, and goes on from them.
 *
 * <p>Tensors are the weights, the histories of the update rule, averages, and what layers carry
 * from sweep to sweep; the rest is a {@link TrainingState}.
 */
final class TrainingMemory {

  private static final String CARRIED = "carried/";

  private final TrainingParts parts;
  private final DisplayAverage average;
  private final MetricsFile metrics;
  private final Net net;
  private final Map<String, Tensor> solver;

  TrainingMemory(TrainingParts parts, DisplayAverage average, MetricsFile metrics) {
    this.parts = parts;
    this.average = average;
    this.metrics = metrics;
    net = parts.net();
    solver = new LinkedHashMap<>(parts.solver().memory());
    solver.putAll(parts.averages().tensors());
  }

  /**
   * Returns what there is to save after so many iterations.
   *
   * @throws org.cortado.api.NumbersException if a parameter holds NaN or infinity
   */
  Snapshot take(long done) {
    parts.solver().watched().checkParameters(done);
    TrainingState state =
        new TrainingState(
            parts.definition().seed(),
            done,
            metrics.save(),
            parts.observations().history(),
            average.sums(),
            sweeps(),
            parts.averages().count(),
            parts.solver().watched().state());
    return new Snapshot(done, net.name(), net.weights(), beside(), state.toJson());
  }

  /**
   * Goes on from a snapshot.
   *
   * @throws SnapshotException if it is of another training
   */
  void goOn(StoredSnapshot snapshot) {
    TrainingState state = TrainingState.of(snapshot.state());
    requireSameSeed(state);
    read(snapshot, state.carried());
    parts.solver().resume(state.iteration());
    parts.averages().resume(state.averaged());
    parts.observations().resume(state.history());
    parts.solver().watched().resume(state.watch());
    average.resume(state.display(), lastLoss(state));
    metrics.truncate(state.metricsBytes());
  }

  private void requireSameSeed(TrainingState state) {
    long seed = parts.definition().seed();
    if (state.seed() != seed) {
      throw new SnapshotException(
          "the training began with seed %d and can't go on with seed %d"
              .formatted(state.seed(), seed));
    }
  }

  private static double lastLoss(TrainingState state) {
    List<Double> losses = state.history().values("train.loss");
    return losses.isEmpty() ? Double.NaN : losses.get(losses.size() - 1);
  }

  /** Returns the tensors beside the weights, by name. */
  private Map<String, Tensor> beside() {
    Map<String, Tensor> tensors = new LinkedHashMap<>(solver);
    net.carried()
        .forEach(
            (name, state) -> {
              if (state.hasBegun()) {
                tensors.put(CARRIED + name, state.end());
              }
            });
    return tensors;
  }

  /** Returns which sweep ended with what each layer carries on. */
  private Map<String, Long> sweeps() {
    Map<String, Long> sweeps = new TreeMap<>();
    net.carried()
        .forEach(
            (name, state) -> {
              if (state.hasBegun()) {
                sweeps.put(name, state.sweep());
              }
            });
    return sweeps;
  }

  private void read(StoredSnapshot snapshot, Map<String, Long> sweeps) {
    Map<String, Shape> shapes = snapshot.memoryShapes();
    Map<String, CarriedState> carried = net.carried();
    sweeps.forEach(
        (name, sweep) -> {
          CarriedState state = carried.get(name);
          Shape shape = shapes.get(CARRIED + name);
          if (state == null || shape == null) {
            throw new SnapshotException("no layer carries the snapshot's '" + name + "' on");
          }
          state.reshape(shape);
          state.resume(sweep);
        });
    snapshot.readWeights(net.weights());
    snapshot.readMemory(beside());
  }
}
