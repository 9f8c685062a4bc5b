package org.cortado.layers.loss;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Turns scores into logarithms of probabilities along one axis: {@code y_i = x_i − ln Σ_j
 * exp(x_j)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: scores {@code [outer x classes x inner]}, split at {@code axis}
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx_i = dy_i − exp(y_i) Σ_j dy_j}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch's LogSoftMax: the greatest score is taken off first, so that no exponential overflows
 * and no logarithm of 0 is taken. Works in place: backward reads {@code y} alone.
 */
@LayerType(
    name = "LogSoftmax",
    bottomNames = "scores",
    topNames = "log-probabilities",
    inPlace = true,
    backwardReads = Reads.TOP_DATA)
@Help("scores to log-probabilities along an axis")
public final class LogSoftmaxLayer extends AxisSoftmaxLayer {

  /** What a net file says of a {@code LogSoftmax}. */
  public record Options(
      @Default("1") @Help("the axis of the classes; negative counts from the end") int axis) {}

  @Inject
  LogSoftmaxLayer(Options options, Backend backend) {
    super(options.axis(), ClassAxis::logSoftmax, backend);
  }
}
