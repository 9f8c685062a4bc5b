package org.cortado.api.backend;

import java.util.Arrays;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** Puts one number in the place of each window of an image. */
public interface Pooling extends AutoCloseable {

  /** Which number. */
  enum Method {
    /** The greatest; of equal ones the first gets the gradient. NaN counts as the greatest. */
    MAX,
    /**
     * The mean, as in Caffe: the sum over the window's cells inside the image, divided by the
     * number of its cells inside the image and its padding.
     */
    AVE,
    /** The mean of the window's cells inside the image. */
    AVE_INSIDE
  }

  /** What happens to a last window that doesn't fit. */
  enum Rounding {
    /** It is taken, clipped to the image. */
    CEIL,
    /** It is left out. */
    FLOOR
  }

  /**
   * What to compute. The lists have one number for each spatial axis.
   *
   * @param input {@code [N x channels x spatial…]}
   * @param method which number
   * @param kernel the sizes of a window
   * @param stride the steps between windows
   * @param pad the cells around the image, less than the kernel
   * @param rounding what happens to a last window that doesn't fit
   */
  record Spec(
      Shape input,
      Method method,
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> pad,
      Rounding rounding) {

    /**
     * Copies the lists.
     *
     * @throws InvalidLayerException if a list has not one number for each spatial axis, if a number
     *     is too small, or if a pad is as large as its kernel
     */
    public Spec {
      kernel = Checks.perAxis("kernel", kernel, input, 1);
      stride = Checks.perAxis("stride", stride, input, 1);
      pad = Checks.perAxis("pad", pad, input, 0);
      for (int i = 0; i < pad.size(); i++) {
        if (pad.get(i) >= kernel.get(i)) {
          throw new InvalidLayerException(
              "pad must be less than the kernel, " + kernel.get(i) + ", but is " + pad.get(i));
        }
      }
    }

    /** Returns the number of spatial axes. */
    public int spatialAxes() {
      return kernel.size();
    }

    /**
     * Returns the number of windows along an axis: Caffe's {@code (in + 2·pad − kernel) / stride +
     * 1}, rounded, and one less where the last window would begin beyond the image.
     *
     * <p>Caffe takes that window in where there is no padding and the stride exceeds the kernel: it
     * is empty, its mean 0/0 and its maximum nowhere.
     */
    public int outputSize(int spatialAxis) {
      int in = input.dim(2 + spatialAxis);
      long before = pad.get(spatialAxis);
      long step = stride.get(spatialAxis);
      long room = in + 2 * before - kernel.get(spatialAxis);
      long steps =
          rounding == Rounding.CEIL ? -Math.floorDiv(-room, step) : Math.floorDiv(room, step);
      boolean lastBeginsBeyond = steps * step >= in + before;
      return Checks.size(lastBeginsBeyond ? steps : steps + 1);
    }

    /** Returns {@code [N x channels x spatial…]}. */
    public Shape output() {
      int[] dims = new int[input.axes()];
      Arrays.setAll(dims, axis -> axis < 2 ? input.dim(axis) : outputSize(axis - 2));
      return Shape.of(dims);
    }
  }

  /** Overwrites {@code y}, and keeps what the gradient needs. */
  void forward(Tensor x, Tensor y);

  /** Overwrites {@code dx}, by what the last {@link #forward} kept. */
  void backward(Tensor dy, Tensor dx);

  @Override
  void close();
}
