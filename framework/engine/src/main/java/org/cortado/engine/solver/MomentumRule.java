package org.cortado.engine.solver;

/**
 * Stochastic gradient descent with momentum, as Caffe has it: {@code h ← momentum · h + rate · g; w
 * ← w − h}.
 *
 * <p>The rate is inside the history: a rate that falls leaves the speed gained so far alone.
 *
 * @param momentum how much of the last change is made again, from 0 to 1
 */
public record MomentumRule(float momentum) implements UpdateRule {

  @Override
  public void update(float[] weights, float[] gradient, float[] history, float rate, int length) {
    for (int i = 0; i < length; i++) {
      history[i] = momentum * history[i] + rate * gradient[i];
      weights[i] -= history[i];
    }
  }
}
