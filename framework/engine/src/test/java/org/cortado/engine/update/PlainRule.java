package org.cortado.engine.update;

import java.util.List;
import java.util.Map;
import org.cortado.api.update.UpdateRule;

/** Update rules as they stand in papers, one weight at a time, in doubles. */
@FunctionalInterface
interface PlainRule {

  /**
   * Returns what a step takes from a weight.
   *
   * @param h the histories of the weight, which begin at 0
   * @param g its gradient
   * @param t the number of the step, from 1
   */
  double change(double[] h, double g, double rate, int t);

  /** Rules by their formulas. The options differ from the defaults. */
  Map<UpdateRule, PlainRule> ALL =
      Map.ofEntries(
          Map.entry(new SgdRule(0), (h, g, rate, t) -> rate * g),
          Map.entry(new SgdRule(0.8), PlainRule::momentum),
          Map.entry(new NesterovRule(0), (h, g, rate, t) -> rate * g),
          Map.entry(new NesterovRule(0.8), PlainRule::nesterov),
          Map.entry(new AdaGradRule(1e-3), PlainRule::adaGrad),
          Map.entry(new RmsPropRule(0.9, 1e-3), PlainRule::rmsProp),
          Map.entry(new AdaDeltaRule(0.9, 1e-3), PlainRule::adaDelta),
          Map.entry(new AdamRule(0.8, 0.95, 1e-3), PlainRule::adam),
          Map.entry(new AdamWRule(0.8, 0.95, 1e-3), PlainRule::adamW),
          Map.entry(new AmsGradRule(0.8, 0.95, 1e-3), PlainRule::amsGrad),
          Map.entry(new NAdamRule(0.8, 0.95, 1e-3, 0.2), PlainRule::nAdam),
          Map.entry(new RAdamRule(0.8, 0.95, 1e-3), PlainRule::rAdam),
          Map.entry(new LionRule(0.8, 0.9), PlainRule::lion));

  /** Momentum alone: what LARS does with its rates. */
  PlainRule MOMENTUM = PlainRule::momentum;

  /** The rules that Caffe has. */
  List<String> OF_CAFFE = List.of("SGD", "Nesterov", "AdaGrad", "RMSProp", "AdaDelta", "Adam");

  private static double momentum(double[] h, double g, double rate, int t) {
    h[0] = 0.8 * h[0] + rate * g;
    return h[0];
  }

  private static double nesterov(double[] h, double g, double rate, int t) {
    double before = h[0];
    h[0] = 0.8 * before + rate * g;
    return (1 + 0.8) * h[0] - 0.8 * before;
  }

  private static double adaGrad(double[] h, double g, double rate, int t) {
    h[0] += g * g;
    return rate * g / (Math.sqrt(h[0]) + 1e-3);
  }

  private static double rmsProp(double[] h, double g, double rate, int t) {
    h[0] = 0.9 * h[0] + 0.1 * g * g;
    return rate * g / (Math.sqrt(h[0]) + 1e-3);
  }

  private static double adaDelta(double[] h, double g, double rate, int t) {
    h[0] = 0.9 * h[0] + 0.1 * g * g;
    double d = g * Math.sqrt((h[1] + 1e-3) / (h[0] + 1e-3));
    h[1] = 0.9 * h[1] + 0.1 * d * d;
    return rate * d;
  }

  /** Updates the mean in {@code h[0]} and the mean square in {@code h[1]}. */
  private static void observe(double[] h, double g) {
    h[0] = 0.8 * h[0] + 0.2 * g;
    h[1] = 0.95 * h[1] + 0.05 * g * g;
  }

  private static double adam(double[] h, double g, double rate, int t) {
    observe(h, g);
    double correction = Math.sqrt(1 - Math.pow(0.95, (double) t)) / (1 - Math.pow(0.8, (double) t));
    return rate * correction * h[0] / (Math.sqrt(h[1]) + 1e-3);
  }

  private static double adamW(double[] h, double g, double rate, int t) {
    observe(h, g);
    double mean = h[0] / (1 - Math.pow(0.8, (double) t));
    double square = h[1] / (1 - Math.pow(0.95, (double) t));
    return rate * mean / (Math.sqrt(square) + 1e-3);
  }

  private static double amsGrad(double[] h, double g, double rate, int t) {
    observe(h, g);
    h[2] = Math.max(h[2], h[1]);
    double root = Math.sqrt(h[2]) / Math.sqrt(1 - Math.pow(0.95, (double) t));
    return rate / (1 - Math.pow(0.8, (double) t)) * h[0] / (root + 1e-3);
  }

  private static double nAdam(double[] h, double g, double rate, int t) {
    observe(h, g);
    double product = 1;
    for (int i = 1; i <= t; i++) {
      product *= momentum(i);
    }
    double mean =
        momentum(t + 1) * h[0] / (1 - product * momentum(t + 1))
            + (1 - momentum(t)) * g / (1 - product);
    return rate * mean / (Math.sqrt(h[1] / (1 - Math.pow(0.95, (double) t))) + 1e-3);
  }

  private static double momentum(int t) {
    return 0.8 * (1 - 0.5 * Math.pow(0.96, 0.2 * t));
  }

  private static double rAdam(double[] h, double g, double rate, int t) {
    observe(h, g);
    double most = 2 / (1 - 0.95) - 1;
    double power = Math.pow(0.95, (double) t);
    double length = most - 2 * t * power / (1 - power);
    double mean = h[0] / (1 - Math.pow(0.8, (double) t));
    if (length <= 5) {
      return rate * mean;
    }
    double r = (length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length);
    return rate * mean * Math.sqrt(r) * Math.sqrt(1 - power) / (Math.sqrt(h[1]) + 1e-3);
  }

  private static double lion(double[] h, double g, double rate, int t) {
    double direction = Math.signum(0.8 * h[0] + 0.2 * g);
    h[0] = 0.9 * h[0] + 0.1 * g;
    return rate * direction;
  }
}
