package org.cortado.layers.core.data;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Claim;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/**
 * Stands for what the caller writes into its tops before each forward pass.
 *
 * <ul>
 *   <li>tops: {@code shape}, one for all or one for each
 *   <li>backward: none
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Input. A top that the caller has given axes, before set-up or since, keeps them
 * whatever the file says; where neither says anything it is a single number.
 */
@LayerType(
    name = "Input",
    bottoms = 0,
    maxTops = LayerType.ANY,
    backwardReads = {},
    differentiable = false,
    claims = Claim.WRITTEN_BY_CALLER)
@Help("stands for what the caller writes into its tops")
public final class InputLayer implements Layer {

  /** What a net file says of an {@code Input}. */
  public record Options(
      @Help("the shapes of the tops, one for all or one for each; the caller's if none are given")
          List<Shape> shape) {

    /** Copies the list. */
    public Options {
      shape = List.copyOf(shape);
    }
  }

  private final PerTop<Shape> shapes;

  @Inject
  InputLayer(Options options) {
    shapes = new PerTop<>("shape", options.shape());
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    shapes.requireFit(top.size());
    for (int i = 0; i < top.size() && !shapes.isEmpty(); i++) {
      if (top.get(i).shape().axes() == 0) {
        top.get(i).reshape(shapes.get(i));
      }
    }
  }

  /** Does nothing: the tops keep the shapes that set-up, or the caller since, gave them. */
  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {}

  /** Does nothing: the caller has written the tops. */
  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {}

  /** Does nothing: nothing is below. */
  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
}
