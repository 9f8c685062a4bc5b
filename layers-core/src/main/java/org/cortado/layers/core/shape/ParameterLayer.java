package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Weights;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Kernels;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Shows a learned blob: {@code y = w}.
 *
 * <ul>
 *   <li>bottoms: none
 *   <li>top 0, {@code y}: {@code shape}
 *   <li>backward: {@code dw = dy}
 *   <li>parameters: {@code w} of {@code shape}
 * </ul>
 *
 * <p>Caffe's Parameter, but that the blob has a filler, and that the top is a copy, not the
 * parameter itself: a layer that works in place on the top must not change what is learned.
 */
@LayerType(
    name = "Parameter",
    bottoms = 0,
    topNames = "y",
    backwardReads = {})
@Help("shows a learned blob")
public final class ParameterLayer implements Layer {

  /** What a net file says of a {@code Parameter}. */
  public record Options(
      @Help("the shape of the blob") Shape shape,
      @Default("{type: constant}") @Help("the first values") Filler filler) {}

  private final Options options;
  private final Weights weights;
  private final ElementwiseLoop copying;
  private final ElementwiseLoop sum;
  private List<Tensor> values = List.of();
  private List<Tensor> gradients = List.of();

  @Inject
  ParameterLayer(Options options, LayerContext context, Backend backend) {
    this.options = options;
    weights = new Weights(context);
    copying = new ElementwiseLoop(backend.parallel(), Kernels::sum);
    sum = new ElementwiseLoop(backend.parallel(), Kernels::sum);
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    weights.add(options.shape(), options.filler());
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshape(options.shape());
    values = weights.values();
    gradients = List.of(weights.diffs().get(0), top.get(0).diff());
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    copying.run(values, top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    sum.run(gradients, weights.diffs().get(0));
  }

  @Override
  public List<Blob> parameters() {
    return weights.blobs();
  }
}
