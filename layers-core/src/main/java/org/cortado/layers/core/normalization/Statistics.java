package org.cortado.layers.core.normalization;

/** By what each set's elements are shifted and scaled. */
final class Statistics {

  private final Scaling scaling;
  private final double[] mean;
  private final double[] variance;
  private final double[] inverse;

  /** Makes room for so many sets. */
  Statistics(int sets, Scaling scaling) {
    this.scaling = scaling;
    mean = new double[sets];
    variance = new double[sets];
    inverse = new double[sets];
  }

  /** Sets what holds for a set. */
  void put(int set, double itsMean, double itsVariance) {
    mean[set] = itsMean;
    variance[set] = itsVariance;
    inverse[set] = scaling.inverse(itsVariance);
  }

  /** Returns what is subtracted from the elements of a set. */
  double mean(int set) {
    return mean[set];
  }

  /** Returns the mean square deviation of a set. */
  double variance(int set) {
    return variance[set];
  }

  /** Returns what the elements of a set are multiplied by. */
  double inverse(int set) {
    return inverse[set];
  }

  /** Returns {@link Scaling#slope} of a set. */
  double slope(int set) {
    return scaling.slope(variance[set]);
  }
}
