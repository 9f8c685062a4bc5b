package org.cortado.engine.observation;

import java.util.Arrays;

/** Makes probabilities of what nets put out. */
final class Probabilities {

  private Probabilities() {}

  /** Returns the softmax of an item's scores. */
  static double[] ofScores(double[] scores) {
    double greatest = Arrays.stream(scores).max().orElse(0);
    double[] powers = Arrays.stream(scores).map(score -> Math.exp(score - greatest)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  /** Returns what an item's logarithms of probabilities are logarithms of. */
  static double[] ofLogarithms(double[] logarithms) {
    return Arrays.stream(logarithms).map(Math::exp).toArray();
  }
}
