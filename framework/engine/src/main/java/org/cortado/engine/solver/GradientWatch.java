package org.cortado.engine.solver;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.LayerGradient;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.solver.OverfitResult.WeakGradient;

/** Notes the largest gradient that each parameter ever had. */
final class GradientWatch {

  /** Far below what the rate of one layer can make good for another. */
  private static final double VANISHING = 1e-5;

  private final Net net;
  private final List<Parameter> learning;
  private final double[] greatest;

  GradientWatch(Net net) {
    this.net = net;
    learning =
        net.parameters().stream()
            .filter(parameter -> parameter.lrMult() != 0 && parameter.blob().takesGradient())
            .toList();
    greatest = new double[learning.size()];
  }

  /** Looks at the gradients of an iteration. */
  void look() {
    for (int i = 0; i < greatest.length; i++) {
      greatest[i] = Math.max(greatest[i], rootMeanSquare(learning.get(i).blob().diff()));
    }
  }

  private static double rootMeanSquare(Tensor tensor) {
    FloatBuffer values = tensor.read();
    double sum = 0;
    for (int i = 0; i < values.limit(); i++) {
      double value = values.get(i);
      sum += value * value;
    }
    return Math.sqrt(sum / Math.max(1, values.limit()));
  }

  /** Returns the parameters that had no gradient, or a vanishing one, all the time. */
  List<WeakGradient> findings() {
    double most = Arrays.stream(greatest).max().orElse(0);
    return IntStream.range(0, greatest.length)
        .filter(i -> greatest[i] <= VANISHING * most)
        .mapToObj(i -> finding(learning.get(i), most == 0 ? 0 : greatest[i] / most))
        .toList();
  }

  private WeakGradient finding(Parameter parameter, double part) {
    LayerGradient gradient = net.layer(parameter.layer()).gradient();
    String reason = gradient.runs() ? "its layer runs backward" : gradient.reason();
    return new WeakGradient(parameter.key(), parameter.layer(), part, reason);
  }
}
