package org.cortado.nets;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.Parameter;

/** An update of Caffe's, from its formulas, in doubles and by plain loops. */
final class CaffesFormulas {

  /** What a solver of Caffe's is told. */
  record Options(
      String type,
      double momentum,
      double momentum2,
      double rmsDecay,
      double delta,
      double weightDecay,
      boolean l1,
      double clipGradients,
      int iterSize) {}

  private final Net net;
  private final Options options;
  private final List<double[]> weights = new ArrayList<>();
  private final List<double[]> first = new ArrayList<>();
  private final List<double[]> second = new ArrayList<>();

  CaffesFormulas(Net net, Options options) {
    this.net = net;
    this.options = options;
    for (Parameter parameter : net.parameters()) {
      weights.add(doubles(parameter.blob().data()));
      first.add(new double[parameter.blob().count()]);
      second.add(new double[parameter.blob().count()]);
    }
  }

  private static double[] doubles(Tensor tensor) {
    FloatBuffer floats = tensor.read();
    double[] doubles = new double[tensor.count()];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = floats.get(i);
    }
    return doubles;
  }

  /**
   * Follows the gradients that the net holds.
   *
   * @param iteration from 0
   */
  void update(double rate, int iteration) {
    double clip = clip();
    for (int i = 0; i < weights.size(); i++) {
      Parameter parameter = net.parameters().get(i);
      double[] g = doubles(parameter.blob().diff());
      double[] w = weights.get(i);
      for (int j = 0; parameter.lrMult() != 0 && j < w.length; j++) {
        double decay = options.weightDecay() * parameter.decayMult();
        double gradient = g[j] * clip / options.iterSize();
        gradient += decay * (options.l1() ? Math.signum(w[j]) : w[j]);
        w[j] -= change(i, j, gradient, rate * parameter.lrMult(), iteration + 1);
      }
    }
  }

  private double clip() {
    double sum = 0;
    for (Parameter parameter : net.parameters()) {
      for (double g : doubles(parameter.blob().diff())) {
        sum += parameter.lrMult() == 0 ? 0 : g * g;
      }
    }
    double norm = Math.sqrt(sum);
    boolean clips = options.clipGradients() >= 0 && norm > options.clipGradients();
    return clips ? options.clipGradients() / norm : 1;
  }

  private double change(int parameter, int j, double g, double rate, int t) {
    double[] h = first.get(parameter);
    double[] u = second.get(parameter);
    double before = h[j];
    double mu = options.momentum();
    double mu2 = options.momentum2();
    double rho = options.rmsDecay();
    double delta = options.delta();
    return switch (options.type()) {
      case "SGD" -> {
        h[j] = mu * before + rate * g;
        yield h[j];
      }
      case "Nesterov" -> {
        h[j] = mu * before + rate * g;
        yield (1 + mu) * h[j] - mu * before;
      }
      case "AdaGrad" -> {
        h[j] = before + g * g;
        yield rate * g / (Math.sqrt(h[j]) + delta);
      }
      case "RMSProp" -> {
        h[j] = rho * before + (1 - rho) * g * g;
        yield rate * g / (Math.sqrt(h[j]) + delta);
      }
      case "AdaDelta" -> {
        h[j] = mu * before + (1 - mu) * g * g;
        double d = g * Math.sqrt((u[j] + delta) / (h[j] + delta));
        u[j] = mu * u[j] + (1 - mu) * d * d;
        yield rate * d;
      }
      case "Adam" -> {
        h[j] = mu * before + (1 - mu) * g;
        u[j] = mu2 * u[j] + (1 - mu2) * g * g;
        double correction = Math.sqrt(1 - Math.pow(mu2, t)) / (1 - Math.pow(mu, t));
        yield rate * correction * h[j] / (Math.sqrt(u[j]) + delta);
      }
      default -> throw new AssertionError(options.type());
    };
  }

  /** Returns how far any weight of the net is at most from the one here. */
  double distance() {
    double furthest = 0;
    for (int i = 0; i < weights.size(); i++) {
      double[] actual = doubles(net.parameters().get(i).blob().data());
      for (int j = 0; j < actual.length; j++) {
        furthest = Math.max(furthest, Math.abs(actual[j] - weights.get(i)[j]));
      }
    }
    return furthest;
  }
}
