package org.cortado.engine.solver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Averages a loss and named numbers, each with a weight. */
final class WeightedMeans {

  private double lossSum;
  private final Map<String, Double> sums = new LinkedHashMap<>();
  private double weights;

  void add(double loss, Map<String, Double> values, double weight) {
    lossSum += weight * loss;
    values.forEach((name, value) -> sums.merge(name, weight * value, Double::sum));
    weights += weight;
  }

  boolean isEmpty() {
    return weights == 0;
  }

  double loss() {
    return lossSum / weights;
  }

  Map<String, Double> values() {
    Map<String, Double> means = new LinkedHashMap<>();
    sums.forEach((name, sum) -> means.put(name, sum / weights));
    return Collections.unmodifiableMap(means);
  }

  void clear() {
    lossSum = 0;
    sums.clear();
    weights = 0;
  }
}
