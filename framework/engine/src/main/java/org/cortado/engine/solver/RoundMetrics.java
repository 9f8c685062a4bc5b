package org.cortado.engine.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.MetricLayer;
import org.cortado.api.NumbersException;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/** The outputs of a net that are no means over batches, but asked for at the end of a test. */
final class RoundMetrics {

  private final List<Metric> metrics = new ArrayList<>();

  /** One top of a layer. */
  private record Metric(String output, NetLayer layer, MetricLayer code, int top) {

    void begin() {
      layer.tell("begin()", code::begin);
    }

    double value() {
      double value = layer.ask("value(" + top + ")", () -> code.value(top));
      if (!Double.isFinite(value)) {
        throw new NumbersException(
            layer.definition().subject() + "output '" + output + "' of the test is " + value);
      }
      return value;
    }
  }

  /**
   * Finds them.
   *
   * @param outputs the names of the outputs that are single numbers
   */
  RoundMetrics(Net net, List<String> outputs) {
    for (NetLayer layer : net.layers()) {
      if (layer.layer() instanceof MetricLayer metric) {
        add(layer, metric, outputs);
      }
    }
  }

  private void add(NetLayer layer, MetricLayer metric, List<String> outputs) {
    for (int top = 0; top < layer.tops().size(); top++) {
      String name = layer.definition().tops().get(top).name();
      if (outputs.contains(name)) {
        metrics.add(new Metric(name, layer, metric, top));
      }
    }
  }

  /** Returns those of a batch's values of which a round is the mean. */
  Map<String, Double> leftOutOf(Map<String, Double> values) {
    Map<String, Double> means = new LinkedHashMap<>(values);
    metrics.forEach(metric -> means.remove(metric.output()));
    return means;
  }

  /** Has all of them begin anew. */
  void begin() {
    metrics.forEach(Metric::begin);
  }

  /**
   * Returns the means over batches, with those that are none replaced.
   *
   * @throws NumbersException if one of these is NaN or infinite
   */
  Map<String, Double> replacedIn(Map<String, Double> means) {
    Map<String, Double> values = new LinkedHashMap<>(means);
    metrics.forEach(metric -> values.put(metric.output(), metric.value()));
    return Collections.unmodifiableMap(values);
  }
}
