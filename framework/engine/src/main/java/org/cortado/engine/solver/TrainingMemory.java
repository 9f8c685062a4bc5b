package org.cortado.engine.solver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cortado.api.CarriedState;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.snapshot.SnapshotException;
import org.cortado.engine.snapshot.StoredSnapshot;

/** The tensors that a training needs to go on: weights, histories, averages, carried states. */
final class TrainingMemory {

  private static final String CARRIED = "carried/";

  private final Net net;
  private final Map<String, Tensor> solver;

  /**
   * Makes one.
   *
   * @param solver what the solver remembers, by name
   */
  TrainingMemory(Net net, Map<String, Tensor> solver) {
    this.net = net;
    this.solver = solver;
  }

  /** Returns the parameters by their keys, in the order of the net. */
  Map<String, Tensor> weights() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Parameter parameter : net.parameters()) {
      weights.put(parameter.key(), parameter.blob().data());
    }
    return weights;
  }

  /** Returns all else by name. */
  Map<String, Tensor> beside() {
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
  Map<String, Long> sweeps() {
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

  /**
   * Takes all of it from a snapshot.
   *
   * @param sweeps what {@link #sweeps} returned when it was taken
   * @throws SnapshotException if the snapshot is of another training
   */
  void read(StoredSnapshot snapshot, Map<String, Long> sweeps) {
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
    snapshot.readWeights(weights());
    snapshot.readMemory(beside());
  }
}
