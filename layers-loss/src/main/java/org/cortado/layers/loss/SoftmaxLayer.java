package org.cortado.layers.loss;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
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
public final class SoftmaxLayer implements Layer {

  /** What a net file says of a {@code Softmax}. */
  public record Options(
      @Default("1") @Help("the axis of the classes; negative counts from the end") int axis) {}

  private final int axis;
  private final PreparedSoftmax softmax;

  @Inject
  SoftmaxLayer(Options options, Backend backend) {
    axis = options.axis();
    softmax = new PreparedSoftmax(backend);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    softmax.prepare(ClassAxis.of(bottom.get(0).shape(), axis));
    top.get(0).reshapeLike(bottom.get(0));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    softmax.get().forward(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      softmax.get().backward(top.get(0).data(), top.get(0).diff(), bottom.get(0).diff());
    }
  }

  @Override
  public void close() {
    softmax.close();
  }
}
