package org.cortado.api.backend;

import java.util.Arrays;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * Cross-correlation of images with learned filters, over any number of spatial axes.
 *
 * <p>The parameters are the weights {@code [outputs x channels/groups x kernel…]}, then the bias
 * {@code [outputs]} where there is one.
 */
public interface Convolution extends AutoCloseable {

  /**
   * What to compute. The lists have one number for each spatial axis.
   *
   * @param input {@code [N x channels x spatial…]}
   * @param outputs the number of output channels
   * @param kernel the sizes of a filter
   * @param stride the steps between windows
   * @param pad the zeros on each side of the image
   * @param dilation the steps between the elements of a filter; 1 for none left out
   * @param groups into how many groups of channels, each with filters of its own, both sides fall
   * @param bias whether there is a bias
   */
  record Spec(
      Shape input,
      int outputs,
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> pad,
      List<Integer> dilation,
      int groups,
      boolean bias) {

    /**
     * Copies the lists.
     *
     * @throws InvalidLayerException if a list has not one number for each spatial axis, if a number
     *     is too small, or if the groups don't divide the channels and the outputs
     */
    public Spec {
      kernel = Checks.perAxis("kernel", kernel, input, 1);
      stride = Checks.perAxis("stride", stride, input, 1);
      pad = Checks.perAxis("pad", pad, input, 0);
      dilation = Checks.perAxis("dilation", dilation, input, 1);
      if (groups < 1 || outputs < 1 || input.dim(1) % groups != 0 || outputs % groups != 0) {
        throw new InvalidLayerException(
            groups
                + " groups don't divide "
                + input.dim(1)
                + " channels and "
                + outputs
                + " outputs");
      }
    }

    /** Returns the number of spatial axes. */
    public int spatialAxes() {
      return kernel.size();
    }

    /** Returns {@code ⌊(in + 2·pad − (dilation·(kernel − 1) + 1)) / stride⌋ + 1} for an axis. */
    public int outputSize(int spatialAxis) {
      long extent = dilation.get(spatialAxis) * (kernel.get(spatialAxis) - 1L) + 1;
      long room = input.dim(2 + spatialAxis) + 2L * pad.get(spatialAxis) - extent;
      return Checks.size(Math.floorDiv(room, (long) stride.get(spatialAxis)) + 1);
    }

    /** Returns {@code [N x outputs x spatial…]}. */
    public Shape output() {
      int[] dims = new int[input.axes()];
      Arrays.setAll(dims, axis -> axis < 2 ? input.dim(axis) : outputSize(axis - 2));
      dims[1] = outputs;
      return Shape.of(dims);
    }

    /** Returns {@code [outputs x channels/groups x kernel…]}. */
    public Shape weights() {
      int[] dims = new int[input.axes()];
      Arrays.setAll(dims, axis -> axis < 2 ? outputs : kernel.get(axis - 2));
      dims[1] = input.dim(1) / groups;
      return Shape.of(dims);
    }
  }

  /** Overwrites {@code y}. */
  void forward(Tensor x, List<Tensor> parameters, Tensor y);

  /** Overwrites {@code dx}. */
  void backwardData(Tensor dy, List<Tensor> parameters, Tensor dx);

  /** Adds to the diffs of the parameters. */
  void backwardParameters(Tensor x, Tensor dy, List<Tensor> parameterDiffs);

  @Override
  void close();
}
