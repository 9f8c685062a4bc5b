package org.cortado.engine.update;

import java.util.ArrayList;
import java.util.List;
import org.cortado.engine.net.Parameter;

/** Does in plain loops and doubles what {@link ParameterUpdater} does. */
final class PlainUpdater {

  private static final int HISTORIES = 3;

  private final UpdateSettings settings;
  private final PlainRule rule;
  private final List<Parameter> parameters;
  private final List<double[]> weights = new ArrayList<>();
  private final List<double[][]> histories = new ArrayList<>();

  PlainUpdater(List<Parameter> parameters, UpdateSettings settings, PlainRule rule) {
    this.settings = settings;
    this.rule = rule;
    this.parameters = parameters;
    for (Parameter parameter : parameters) {
      weights.add(doubles(Blobs.values(parameter.blob().data())));
      histories.add(new double[parameter.blob().count()][HISTORIES]);
    }
  }

  /** Takes a step by the gradients that the parameters hold. */
  void update(double rate, int step) {
    List<double[]> gradients = scaled();
    for (int i = 0; i < parameters.size(); i++) {
      double own = rate * parameters.get(i).lrMult();
      double decay = settings.decay().strength() * parameters.get(i).decayMult();
      double[] w = weights.get(i);
      double[] g = gradients.get(i);
      double rated = own * factor(w, g, decay);
      for (int j = 0; own != 0 && j < w.length; j++) {
        boolean squares = settings.decay().regularizer() == Regularizer.L2;
        double pull = decay * (squares ? w[j] : Math.signum(w[j]));
        boolean decoupled = settings.decay().decoupled() || settings.rule().decouplesDecay();
        double gradient = decoupled ? g[j] : g[j] + pull;
        double drawn = decoupled ? own * pull : 0;
        w[j] -= drawn + rule.change(histories.get(i)[j], gradient, rated, step);
      }
    }
  }

  /** What LARS multiplies the rate by. */
  private double factor(double[] w, double[] g, double decay) {
    if (settings.rule() instanceof LarsRule lars && norm(w) > 0 && norm(g) > 0) {
      return lars.trust() * norm(w) / (norm(g) + decay * norm(w));
    }
    return 1;
  }

  private static double norm(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  private List<double[]> scaled() {
    double mean = 1.0 / settings.iterSize();
    boolean sums = settings.clipping().sums();
    double squares = 0;
    List<double[]> gradients = new ArrayList<>();
    for (Parameter parameter : parameters) {
      double[] g = doubles(Blobs.values(parameter.blob().diff()));
      double most = settings.clipping().value().orElse(Double.POSITIVE_INFINITY);
      for (int j = 0; j < g.length; j++) {
        g[j] = Math.max(-most, Math.min(most, sums ? g[j] : g[j] * mean));
        squares += parameter.lrMult() == 0 ? 0 : g[j] * g[j];
      }
      gradients.add(g);
    }
    double limit = settings.clipping().norm().orElse(Double.POSITIVE_INFINITY);
    double factor = Math.min(1, limit / Math.sqrt(squares)) * (sums ? mean : 1);
    gradients.forEach(g -> multiply(g, factor));
    return gradients;
  }

  private static void multiply(double[] g, double factor) {
    for (int j = 0; j < g.length; j++) {
      g[j] *= factor;
    }
  }

  /** Returns how far the weights of a parameter are at most from those here. */
  double distance(int parameter) {
    float[] actual = Blobs.values(parameters.get(parameter).blob().data());
    double furthest = 0;
    for (int j = 0; j < actual.length; j++) {
      furthest = Math.max(furthest, Math.abs(actual[j] - weights.get(parameter)[j]));
    }
    return furthest;
  }

  private static double[] doubles(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }
}
