package org.cortado.engine.solver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.blob.Blob;
import org.cortado.engine.definition.Pace;
import org.cortado.engine.net.DataFeed;
import org.cortado.engine.net.Net;

/** Reads off a net what people want to see: its single numbers, and how many items it saw. */
final class ScalarOutputs {

  private final Net net;
  private final List<String> names;
  private final List<DataFeed> dataLayers;

  /** Decides now what is a single number: a short last batch makes others look like one. */
  ScalarOutputs(Net net) {
    this.net = net;
    names = net.outputs().keySet().stream().filter(name -> isScalar(net.blob(name))).toList();
    dataLayers = net.dataLayers();
  }

  private static boolean isScalar(Blob blob) {
    return blob.count() == 1;
  }

  /** Returns the names of the outputs that are single numbers. */
  List<String> names() {
    return names;
  }

  /** Returns the outputs that are single numbers, in the order of the net. */
  Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String name : names) {
      values.put(name, decimal(net.blob(name).data().read().get(0)));
    }
    return Collections.unmodifiableMap(values);
  }

  /** The shortest decimal that is this float: an accuracy of 0.97, not 0.9700000286. */
  private static double decimal(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  /** Returns the layers that tell how many items a batch has. */
  List<DataFeed> dataLayers() {
    return dataLayers;
  }

  /** Returns how many items the last forward pass showed; 0 where no data layer tells. */
  int items() {
    return dataLayers.isEmpty() ? 0 : dataLayers.get(0).shown();
  }

  /**
   * Returns how fast a training goes through its data: through those of the first data layer.
   *
   * @param iterSize how many batches an iteration shows
   */
  Pace pace(int iterSize) {
    return dataLayers.stream()
        .findFirst()
        .map(data -> new Pace((long) data.shown() * iterSize, data.itemCount()))
        .orElse(Pace.UNKNOWN);
  }
}
