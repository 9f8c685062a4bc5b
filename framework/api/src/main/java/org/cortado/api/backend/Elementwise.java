package org.cortado.api.backend;

import org.cortado.api.blob.Tensor;

/** A function of one variable, applied to each element. */
public interface Elementwise extends AutoCloseable {

  /**
   * Which function.
   *
   * <p>Forward keeps NaN. An infinite {@code x} has its limit in {@code y}, save with SWISH and the
   * GELUs, where it may be NaN. Backward takes {@code x} or {@code y}, as each says; with {@code y}
   * the operation can work in place.
   */
  enum Function {
    /**
     * {@code x} above 0, else {@code alpha · x}. The gradient at 0 is {@code alpha}. Backward takes
     * {@code y}, with a negative alpha {@code x}.
     */
    RELU,
    /** {@code 1 / (1 + exp(−x))}. Backward takes {@code y}. */
    SIGMOID,
    /** The hyperbolic tangent. Backward takes {@code y}. */
    TANH,
    /**
     * {@code x} above 0, else {@code alpha · (exp(x) − 1)}. The gradient at 0 is {@code alpha}.
     * Backward takes {@code y}, with a negative alpha {@code x}.
     */
    ELU,
    /** {@code exp(x)}. Backward takes {@code y}. */
    EXP,
    /** The natural logarithm. Backward takes {@code x}. */
    LOG,
    /** {@code log(1 + exp(alpha · x)) / alpha}, alpha not 0. Backward takes {@code x}. */
    SOFT_RELU,
    /** {@code x / (1 + exp(−alpha · x))}. Backward takes {@code x}. */
    SWISH,
    /** {@code x · (1 + erf(x / √2)) / 2}. Backward takes {@code x}. */
    GELU_ERF,
    /** {@code x · (1 + tanh(√(2/π) · (x + 0.044715 x³))) / 2}. Backward takes {@code x}. */
    GELU_TANH
  }

  /**
   * What to compute.
   *
   * @param function which function
   * @param alpha a number that the function speaks of, else 0
   * @param count how many elements
   */
  record Spec(Function function, float alpha, int count) {

    /** Refuses an alpha that the function would divide by 0 with. */
    public Spec {
      if (function == Function.SOFT_RELU && alpha == 0) {
        throw new IllegalArgumentException("the alpha of a SOFT_RELU must not be 0");
      }
    }

    /**
     * Returns whether {@link Elementwise#backward} looks at {@code y} alone, so that {@code x} may
     * be gone; else it looks at {@code x} alone.
     */
    public boolean backwardFromTop() {
      return switch (function) {
        case SIGMOID, TANH, EXP -> true;
        case RELU, ELU -> alpha >= 0;
        case LOG, SOFT_RELU, SWISH, GELU_ERF, GELU_TANH -> false;
      };
    }
  }

  /** Overwrites {@code y}, which may be {@code x}. */
  void forward(Tensor x, Tensor y);

  /**
   * Overwrites {@code dx}, which may be {@code dy}.
   *
   * @param kept {@code y} where the spec says {@link Spec#backwardFromTop}, else {@code x}
   */
  void backward(Tensor kept, Tensor dy, Tensor dx);

  @Override
  void close();
}
