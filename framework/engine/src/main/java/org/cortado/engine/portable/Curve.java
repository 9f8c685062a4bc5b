package org.cortado.engine.portable;

import java.util.function.DoubleUnaryOperator;
import org.cortado.api.backend.ElementwiseLoop;

/**
 * A function that is computed in double precision, one element at a time.
 *
 * @param value {@code y} of {@code x}
 * @param slope the derivative, of what backward is given
 */
record Curve(DoubleUnaryOperator value, DoubleUnaryOperator slope) {

  private static final double TANH_SCALE = Math.sqrt(2 / Math.PI);
  private static final double TANH_CUBE = 0.044715;

  static Curve elu(double alpha, boolean fromTop) {
    DoubleUnaryOperator fromY = y -> y > 0 ? 1 : y + alpha;
    DoubleUnaryOperator fromX = x -> x > 0 ? 1 : alpha * Math.exp(x);
    return new Curve(x -> x > 0 ? x : alpha * Math.expm1(x), fromTop ? fromY : fromX);
  }

  static Curve exp() {
    return new Curve(Math::exp, y -> y);
  }

  static Curve log() {
    return new Curve(Math::log, x -> 1 / x);
  }

  static Curve softRelu(double alpha) {
    return new Curve(x -> softplus(alpha * x) / alpha, x -> sigmoid(alpha * x));
  }

  static Curve swish(double alpha) {
    return new Curve(
        x -> x * sigmoid(alpha * x),
        x -> gateSlope(alpha * x, sigmoid(alpha * x), sigmoid(-alpha * x)));
  }

  static Curve geluErf() {
    return new Curve(
        x -> x * NormalDistribution.below(x),
        x -> NormalDistribution.below(x) + x * NormalDistribution.density(x));
  }

  /** As {@code (1 + tanh(u)) / 2} is the sigmoid of {@code 2u}. */
  static Curve geluTanh() {
    return new Curve(x -> x * sigmoid(gate(x)), Curve::geluTanhSlope);
  }

  private static double gate(double x) {
    return 2 * TANH_SCALE * x * (1 + TANH_CUBE * x * x);
  }

  private static double geluTanhSlope(double x) {
    double u = gate(x);
    double bend = 2 * TANH_SCALE * x * (1 + 3 * TANH_CUBE * x * x);
    return gateSlope(bend, sigmoid(u), sigmoid(-u));
  }

  private static double gateSlope(double bend, double open, double shut) {
    return open * (1 + bend * shut);
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  ElementwiseLoop.Kernel forward() {
    return (in, out, length) -> forward(in[0], out, length);
  }

  private void forward(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = (float) value.applyAsDouble(x[i]);
    }
  }

  ElementwiseLoop.Kernel backward() {
    return (in, out, length) -> backward(in[0], in[1], out, length);
  }

  private void backward(float[] kept, float[] dy, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = (float) (dy[i] * slope.applyAsDouble(kept[i]));
    }
  }
}
