package org.cortado.api.backend;

import java.util.List;
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
    AVE
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

    /** Copies the lists. */
    public Spec {
      kernel = List.copyOf(kernel);
      stride = List.copyOf(stride);
      pad = List.copyOf(pad);
    }

    /** Returns the number of spatial axes. */
    public int spatialAxes() {
      return kernel.size();
    }

    /**
     * Returns the number of windows along an axis: Caffe's {@code (in + 2·pad − kernel) / stride +
     * 1}, rounded, and one less where there is padding and the last window would begin beyond the
     * image.
     */
    public int outputSize(int spatialAxis) {
      int in = input.dim(2 + spatialAxis);
      int before = pad.get(spatialAxis);
      int step = stride.get(spatialAxis);
      int room = in + 2 * before - kernel.get(spatialAxis);
      int steps =
          rounding == Rounding.CEIL ? -Math.floorDiv(-room, step) : Math.floorDiv(room, step);
      boolean lastBeginsBeyond = before > 0 && steps * step >= in + before;
      return lastBeginsBeyond ? steps : steps + 1;
    }

    /** Returns {@code [N x channels x spatial…]}. */
    public Shape output() {
      Shape output = input;
      for (int i = 0; i < spatialAxes(); i++) {
        output = output.with(2 + i, outputSize(i));
      }
      return output;
    }
  }

  /** Overwrites {@code y}, and keeps what the gradient needs. */
  void forward(Tensor x, Tensor y);

  /** Overwrites {@code dx}, by what the last {@link #forward} kept. */
  void backward(Tensor dy, Tensor dx);

  @Override
  void close();
}
