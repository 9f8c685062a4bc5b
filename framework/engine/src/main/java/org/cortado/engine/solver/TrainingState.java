package org.cortado.engine.solver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.cortado.api.rate.History;
import org.cortado.engine.snapshot.SnapshotException;
import org.cortado.engine.watch.WatchState;

/**
 * What a training remembers from one iteration to the next, beside tensors.
 *
 * <p>Random numbers and batches of data are functions of the seed and the iteration, shuffles
 * included: to know those two is to know the state of every generator and the place in every data
 * set.
 *
 * @param seed what random numbers are drawn from
 * @param iteration how many iterations have been done
 * @param metricsBytes how long the file of metrics was
 * @param history what has been measured
 * @param display what has been summed up since the last display
 * @param carried which sweep ended with what each layer carries on, by the layer and the purpose
 * @param averaged how many weights have been averaged
 * @param watch what warnings depend on
 */
record TrainingState(
    long seed,
    long iteration,
    long metricsBytes,
    History history,
    WeightedMeans.Sums display,
    Map<String, Long> carried,
    long averaged,
    WatchState watch) {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  TrainingState {
    carried = Collections.unmodifiableMap(new TreeMap<>(carried));
  }

  JsonNode toJson() {
    return JSON.valueToTree(this);
  }

  /**
   * Reads what {@link #toJson} made.
   *
   * @throws SnapshotException if it isn't that
   */
  static TrainingState of(JsonNode json) {
    try {
      return JSON.treeToValue(json, TrainingState.class);
    } catch (JsonProcessingException e) {
      throw new SnapshotException("the snapshot holds no state of a training", e);
    }
  }
}
