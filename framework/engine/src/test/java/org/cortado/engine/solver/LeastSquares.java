package org.cortado.engine.solver;

import org.cortado.engine.net.Net;
import org.cortado.engine.update.Regularizer;
import org.cortado.engine.update.SgdRule;

/** The training of {@link Bench#NET} by hand, in doubles. */
final class LeastSquares {

  private static final int COUNT = 10;
  private static final int BATCH = 4;
  private static final int INPUTS = CasesLayer.INPUTS;
  private static final double[] RATES = {1, 1, 1, 2};
  private static final double[] DECAYS = {1, 1, 1, 0.5};

  private final SolverDefinition definition;

  /** The weights, then the bias. */
  private final double[] weights = new double[INPUTS + 1];

  private final double[] history = new double[INPUTS + 1];

  LeastSquares(SolverDefinition definition, Net start) {
    this.definition = definition;
    for (int j = 0; j < INPUTS; j++) {
      weights[j] = Bench.values(start.parameters().get(0))[j];
    }
    weights[INPUTS] = Bench.values(start.parameters().get(1))[0];
  }

  double weight(int j) {
    return weights[j];
  }

  /** Does an iteration, counted from 0, and returns the loss before its update. */
  double iterate(long iteration, double rate) {
    double[] gradient = new double[weights.length];
    double loss = 0;
    for (int i = 0; i < BATCH; i++) {
      int item = Math.toIntExact(iteration * BATCH + i) % COUNT;
      double error = prediction(item) - CasesLayer.target(item);
      loss += error * error / (2 * BATCH);
      for (int j = 0; j < weights.length; j++) {
        gradient[j] += error * input(item, j) / BATCH;
      }
    }
    update(gradient, rate);
    return loss;
  }

  private double prediction(int item) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * input(item, j);
    }
    return sum;
  }

  private static double input(int item, int j) {
    return j < INPUTS ? CasesLayer.input(item, j) : 1;
  }

  private void update(double[] gradient, double rate) {
    for (int j = 0; j < weights.length; j++) {
      double decay = definition.weightDecay() * DECAYS[j];
      double pull =
          definition.regularizationType() == Regularizer.L2 ? weights[j] : Math.signum(weights[j]);
      history[j] =
          ((SgdRule) definition.type()).momentum() * history[j]
              + rate * RATES[j] * (gradient[j] + decay * pull);
      weights[j] -= history[j];
    }
  }
}
