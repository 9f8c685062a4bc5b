package org.cortado.engine.portable;

import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.ElementwiseLoop;

/** The functions of {@link Elementwise} and their gradients, for one chunk of floats. */
final class Functions {

  /** Below it, {@code x · (1 - x²/3)} is the hyperbolic tangent to within 2⁻⁴⁰. */
  private static final float SMALL = 0x1p-10f;

  /** Twice in a row it takes the smallest float above 1. */
  private static final float HUGE = 0x1p127f;

  private Functions() {}

  /** Returns what computes {@code y} of {@code x}. */
  static ElementwiseLoop.Kernel forward(Elementwise.Spec spec) {
    float alpha = spec.alpha();
    return switch (spec.function()) {
      case RELU ->
          alpha == 0
              ? (in, out, length) -> relu(in[0], out, length)
              : (in, out, length) -> leakyRelu(in[0], alpha, out, length);
      case SIGMOID -> (in, out, length) -> sigmoid(in[0], out, length);
      case TANH -> (in, out, length) -> tanh(in[0], out, length);
      case ELU, EXP, LOG, SOFT_RELU, SWISH, GELU_ERF, GELU_TANH -> curve(spec).forward();
    };
  }

  /** Returns what computes {@code dx} of what is kept and {@code dy}. */
  static ElementwiseLoop.Kernel backward(Elementwise.Spec spec) {
    float alpha = spec.alpha();
    return switch (spec.function()) {
      case RELU -> (in, out, length) -> reluGradient(in[0], in[1], alpha, out, length);
      case SIGMOID -> (in, out, length) -> sigmoidGradient(in[0], in[1], out, length);
      case TANH -> (in, out, length) -> tanhGradient(in[0], in[1], out, length);
      case ELU, EXP, LOG, SOFT_RELU, SWISH, GELU_ERF, GELU_TANH -> curve(spec).backward();
    };
  }

  private static Curve curve(Elementwise.Spec spec) {
    return switch (spec.function()) {
      case ELU -> Curve.elu(spec.alpha(), spec.backwardFromTop());
      case EXP -> Curve.exp();
      case LOG -> Curve.log();
      case SOFT_RELU -> Curve.softRelu(spec.alpha());
      case SWISH -> Curve.swish(spec.alpha());
      case GELU_ERF -> Curve.geluErf();
      case GELU_TANH -> Curve.geluTanh();
      case RELU, SIGMOID, TANH -> throw new IllegalArgumentException(spec + " is a loop");
    };
  }

  private static void relu(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.max(x[i], 0);
    }
  }

  private static void leakyRelu(float[] x, float alpha, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.max(x[i], 0) + alpha * Math.min(x[i], 0);
    }
  }

  /** Without a branch, which would cost more than all the rest on random signs. */
  private static void reluGradient(float[] kept, float[] dy, float alpha, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      float positive = Math.min(Math.max(kept[i], 0) * HUGE * HUGE, 1);
      dx[i] = dy[i] * (positive + alpha * (1 - positive));
    }
  }

  private static void sigmoid(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = (float) (1 / (1 + Math.exp(-x[i])));
    }
  }

  private static void sigmoidGradient(float[] y, float[] dy, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = dy[i] * y[i] * (1 - y[i]);
    }
  }

  private static void tanh(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = tanh(x[i]);
    }
  }

  /**
   * Computes the hyperbolic tangent as {@code (1 - e) / (1 + e)} with {@code e = exp(-2|x|)}.
   *
   * <p>{@link Math#tanh} takes five times as long.
   */
  static float tanh(float x) {
    if (Math.abs(x) < SMALL) {
      return (float) (x * (1 - (double) x * x / 3));
    }
    double power = Math.exp(-2.0 * Math.abs(x));
    return (float) Math.copySign((1 - power) / (1 + power), x);
  }

  private static void tanhGradient(float[] y, float[] dy, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = dy[i] * (1 - y[i] * y[i]);
    }
  }
}
