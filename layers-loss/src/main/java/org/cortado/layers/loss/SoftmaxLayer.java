package org.cortado.layers.loss;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Turns scores into probabilities along one axis: {@code y_i = exp(x_i) / Σ_j exp(x_j)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: scores {@code [outer x classes x inner]}, split at {@code axis}
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx_i = y_i (dy_i − Σ_j dy_j y_j)}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Softmax: the greatest score is taken off first, so that no exponential overflows.
 * Works in place: backward reads {@code y} alone.
 */
@LayerType(
    name = "Softmax",
    bottomNames = "scores",
    topNames = "probabilities",
    inPlace = true,
    backwardReads = Reads.TOP_DATA)
@Help("scores to probabilities along an axis")
public final class SoftmaxLayer extends AxisSoftmaxLayer {

  /** What a net file says of a {@code Softmax}. */
  public record Options(
      @Default("1") @Help("the axis of the classes; negative counts from the end") int axis) {}

  @Inject
  SoftmaxLayer(Options options, Backend backend) {
    super(options.axis(), ClassAxis::softmax, backend);
  }
}
