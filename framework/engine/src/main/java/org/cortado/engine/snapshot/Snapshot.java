package org.cortado.engine.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.api.blob.Tensor;

/**
 * What is to be saved of a training.
 *
 * @param iteration after how many iterations
 * @param net the name of the net
 * @param weights the parameters by their keys, in the order of the net
 * @param memory the tensors that a training remembers beside them, by name
 * @param state all else that it remembers
 */
public record Snapshot(
    long iteration,
    String net,
    Map<String, Tensor> weights,
    Map<String, Tensor> memory,
    JsonNode state) {

  /** Copies the maps. */
  public Snapshot {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    memory = Collections.unmodifiableMap(new LinkedHashMap<>(memory));
  }
}
