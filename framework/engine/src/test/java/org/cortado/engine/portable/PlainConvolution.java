package org.cortado.engine.portable;

import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.backend.Convolution.Spec;
import org.cortado.api.blob.Tensor;

/** Convolves the slow way: element by element, in double precision. */
final class PlainConvolution {

  private final Spec spec;
  private final WindowWalk walk;

  PlainConvolution(Spec spec) {
    this.spec = spec;
    walk =
        new WindowWalk(
            spec.input().dims().subList(2, spec.input().axes()),
            IntStream.range(0, spec.spatialAxes()).mapToObj(spec::outputSize).toList(),
            spec.kernel(),
            spec.stride(),
            spec.pad(),
            spec.dilation());
  }

  /** Is told of every pair of an input and a weight whose product an output sums. */
  private interface Visitor {

    void visit(int x, int weight, int y);
  }

  private void walk(Visitor visitor) {
    int inputs = spec.input().dim(1) / spec.groups();
    int outputs = spec.outputs() / spec.groups();
    for (int image = 0; image < spec.input().dim(0); image++) {
      for (int output = 0; output < spec.outputs(); output++) {
        for (int input = 0; input < inputs; input++) {
          int x = image * spec.input().dim(1) + output / outputs * inputs + input;
          walk(visitor, x, output * inputs + input, image * spec.outputs() + output);
        }
      }
    }
  }

  private void walk(Visitor visitor, int inputPlane, int filter, int outputPlane) {
    int x = inputPlane * walk.pixels();
    int weight = filter * walk.elements();
    int y = outputPlane * walk.windows();
    walk.walk((window, element, pixel) -> visitor.visit(x + pixel, weight + element, y + window));
  }

  float[] forward(Tensor x, List<Tensor> parameters) {
    float[] in = Tensors.values(x);
    float[] weights = Tensors.values(parameters.get(0));
    double[] y = new double[spec.output().count()];
    walk((i, weight, o) -> y[o] += (double) in[i] * weights[weight]);
    for (int i = 0; spec.bias() && i < y.length; i++) {
      y[i] += parameters.get(1).read().get(i / walk.windows() % spec.outputs());
    }
    return floats(y);
  }

  float[] dataGradient(Tensor dy, Tensor weights) {
    float[] gradient = Tensors.values(dy);
    float[] w = Tensors.values(weights);
    double[] dx = new double[spec.input().count()];
    walk((i, weight, o) -> dx[i] += (double) gradient[o] * w[weight]);
    return floats(dx);
  }

  float[] weightGradient(Tensor x, Tensor dy, Tensor diff) {
    float[] in = Tensors.values(x);
    float[] gradient = Tensors.values(dy);
    double[] dw = doubles(Tensors.values(diff));
    walk((i, weight, o) -> dw[weight] += (double) gradient[o] * in[i]);
    return floats(dw);
  }

  float[] biasGradient(Tensor dy, Tensor diff) {
    float[] gradient = Tensors.values(dy);
    double[] db = doubles(Tensors.values(diff));
    for (int i = 0; i < gradient.length; i++) {
      db[i / walk.windows() % spec.outputs()] += gradient[i];
    }
    return floats(db);
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
