package org.cortado.layers.loss;

/**
 * A target that is spread: {@code q = 1 − ε + ε / classes} for the label's class and {@code ε /
 * classes} for each other one.
 *
 * @param amount {@code ε}, from 0 to 1
 */
record Smoothing(double amount) {

  /** What a class costs, given what the row says of it. */
  interface Cost {

    /** Returns the cost. */
    double of(double score);

    /** Returns the sum of the costs of all classes of a position. */
    default double sum(Row row) {
      double sum = 0;
      for (int i = 0; i < row.classes(); i++) {
        sum += of(row.get(i));
      }
      return sum;
    }
  }

  /** A cost with its derivative. */
  interface SmoothCost extends Cost {

    /** Returns the derivative of the cost. */
    double slope(double score);
  }

  /** Returns what every class, the label's included, has of the target. */
  double share(int classes) {
    return amount / classes;
  }

  /** Returns what the label's class has more than the others. */
  double rest() {
    return 1 - amount;
  }

  /** Returns {@code Σ q · cost} over the classes of a position. */
  double loss(Row row, int label, Cost cost) {
    double sum = rest() * cost.of(row.get(label));
    return amount == 0 ? sum : sum + share(row.classes()) * cost.sum(row);
  }

  /** Sets the gradient of each score to {@code factor · q · slope}. */
  void gradient(Row row, int label, SmoothCost cost, double factor) {
    double share = share(row.classes());
    for (int i = 0; i < row.classes(); i++) {
      row.set(i, amount == 0 ? 0 : factor * share * cost.slope(row.get(i)));
    }
    row.set(label, factor * (rest() + share) * cost.slope(row.get(label)));
  }

  /** Returns the terms of a loss that is {@code Σ q · cost}. */
  Term terms(SmoothCost cost) {
    return new Terms(this, cost);
  }

  private record Terms(Smoothing smoothing, SmoothCost cost) implements Term {

    @Override
    public double loss(Row row, int label) {
      return smoothing.loss(row, label, cost);
    }

    @Override
    public void gradient(Row row, int label, double factor) {
      smoothing.gradient(row, label, cost, factor);
    }
  }
}
