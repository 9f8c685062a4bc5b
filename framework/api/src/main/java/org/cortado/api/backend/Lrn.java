package org.cortado.api.backend;

import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * Local response normalisation: {@code y = x · s^−beta} with {@code s = k + alpha · mean(x²)}, the
 * mean being that of a window around the element.
 *
 * <p>Cells of the window beyond the image or its channels are zeros that count. Where {@code s} is
 * 0 the output is 0 and takes no gradient.
 */
public interface Lrn extends AutoCloseable {

  /** Along which axes a window extends. */
  enum Region {
    /** Along the channels. */
    ACROSS_CHANNELS,
    /** Along all spatial axes. */
    WITHIN_CHANNEL
  }

  /**
   * What to compute.
   *
   * @param input {@code [N x channels x spatial…]}
   * @param region along which axes a window extends
   * @param size the window's size along each, an odd number
   * @param alpha at least 0
   * @param beta any number
   * @param k at least 0
   */
  record Spec(Shape input, Region region, int size, float alpha, float beta, float k) {

    /**
     * Checks the numbers.
     *
     * @throws InvalidLayerException if the input has no channels or a number isn't allowed
     */
    public Spec {
      if (input.axes() < 2) {
        throw new InvalidLayerException(
            "the bottom must be [N x channels x spatial…], but is " + input);
      }
      if (size < 1 || size % 2 == 0) {
        throw new InvalidLayerException("the window's size must be odd, but is " + size);
      }
      if (!(alpha >= 0) || !(k >= 0)) {
        throw new InvalidLayerException(
            "alpha and k must be at least 0, but are " + alpha + " and " + k);
      }
    }

    /** Returns {@code alpha} by the number of a window's cells. */
    public double scale() {
      int axes = region == Region.ACROSS_CHANNELS ? 1 : input.axes() - 2;
      return alpha / Math.pow(size, axes);
    }
  }

  /** Overwrites {@code y}, and may keep something for the gradient. */
  void forward(Tensor x, Tensor y);

  /**
   * Overwrites {@code dx} with {@code dy · s^−beta − 2 · beta · x · scale · Σ dy · y / s}, the sum
   * being over the window.
   *
   * @param x what the last {@link #forward} was given
   */
  void backward(Tensor x, Tensor dy, Tensor dx);

  @Override
  void close();
}
