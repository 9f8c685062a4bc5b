package org.cortado.layers.loss;

/** How the margins that are missed are summed. */
public enum MarginNorm {
  /** As they are. */
  L1,
  /** Squared. */
  L2;

  /** Returns what a missed margin costs. */
  double cost(double missed) {
    return this == L1 ? missed : missed * missed;
  }

  /** Returns the derivative of the cost; 0 where nothing is missed. */
  double slope(double missed) {
    return this == L1 ? Math.signum(missed) : 2 * missed;
  }
}
