package org.cortado.api.backend;

import java.util.List;
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

    /** Copies the lists. */
    public Spec {
      kernel = List.copyOf(kernel);
      stride = List.copyOf(stride);
      pad = List.copyOf(pad);
      dilation = List.copyOf(dilation);
    }

    /** Returns the number of spatial axes. */
    public int spatialAxes() {
      return kernel.size();
    }

    /** Returns {@code ⌊(in + 2·pad − (dilation·(kernel − 1) + 1)) / stride⌋ + 1} for an axis. */
    public int outputSize(int spatialAxis) {
      int extent = dilation.get(spatialAxis) * (kernel.get(spatialAxis) - 1) + 1;
      int room = input.dim(2 + spatialAxis) + 2 * pad.get(spatialAxis) - extent;
      return Math.floorDiv(room, stride.get(spatialAxis)) + 1;
    }

    /** Returns {@code [N x outputs x spatial…]}. */
    public Shape output() {
      Shape output = input.with(1, outputs);
      for (int i = 0; i < spatialAxes(); i++) {
        output = output.with(2 + i, outputSize(i));
      }
      return output;
    }

    /** Returns {@code [outputs x channels/groups x kernel…]}. */
    public Shape weights() {
      Shape weights = input.with(0, outputs).with(1, input.dim(1) / groups);
      for (int i = 0; i < spatialAxes(); i++) {
        weights = weights.with(2 + i, kernel.get(i));
      }
      return weights;
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
