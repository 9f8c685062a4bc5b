package org.cortado.api.backend;

import org.cortado.api.blob.Tensor;

/** A function of one variable, applied to each element. */
public interface Elementwise extends AutoCloseable {

  /** Which function. */
  enum Function {
    /** {@code x} above 0, else {@code alpha · x}. The gradient at 0 is {@code alpha}. */
    RELU,
    /** {@code 1 / (1 + exp(−x))}. */
    SIGMOID,
    /** The hyperbolic tangent. */
    TANH
  }

  /**
   * What to compute.
   *
   * @param function which function
   * @param alpha a number that the function speaks of, else 0
   * @param count how many elements
   */
  record Spec(Function function, float alpha, int count) {

    /**
     * Returns whether {@link Elementwise#backward} looks at {@code y} alone, so that {@code x} may
     * be gone: true but for a RELU with a negative slope.
     */
    public boolean backwardFromTop() {
      return function != Function.RELU || alpha >= 0;
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
