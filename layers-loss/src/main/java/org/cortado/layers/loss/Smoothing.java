package org.cortado.layers.loss;

/**
 * A target that is spread: {@code q = 1 − ε + ε / classes} for the label's class and {@code ε /
 * classes} for each other one.
 *
 * @param amount {@code ε}, from 0 to 1
 */
record Smoothing(double amount) {

  /** Returns the terms of a loss that is {@code Σ q · loss} over what each class would lose. */
  Term of(SmoothableTerm term) {
    return amount == 0 ? term : new Smoothed(amount, term);
  }

  private record Smoothed(double amount, SmoothableTerm term) implements Term {

    @Override
    public double loss(Row row, int label) {
      return rest() * term.loss(row, label) + share(row) * term.lossOfAll(row);
    }

    @Override
    public void gradient(Row row, int label, double factor) {
      term.gradient(row, label, rest() * factor);
      term.addGradientOfAll(row, share(row) * factor);
    }

    /** Returns what every class, the label's included, has of the target. */
    private double share(Row row) {
      return amount / row.classes();
    }

    /** Returns what the label's class has more than the others. */
    private double rest() {
      return 1 - amount;
    }
  }
}
