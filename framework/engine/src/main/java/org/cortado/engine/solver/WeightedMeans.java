package org.cortado.engine.solver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Averages a loss and named numbers, each with a weight. */
final class WeightedMeans {

  private final Map<String, Double> sums = new LinkedHashMap<>();
  private double lossSum;
  private double weights;

  /**
   * What has been added up.
   *
   * @param loss the weighted sum of the losses
   * @param values those of the other numbers, by name
   * @param weights the sum of the weights
   */
  record Sums(double loss, Map<String, Double> values, double weights) {

    static final Sums NONE = new Sums(0, Map.of(), 0);

    Sums {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

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
    resume(Sums.NONE);
  }

  Sums sums() {
    return new Sums(lossSum, sums, weights);
  }

  /** Goes on from what was added up before. */
  void resume(Sums earlier) {
    lossSum = earlier.loss();
    weights = earlier.weights();
    sums.clear();
    sums.putAll(earlier.values());
  }
}
