package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Kernels;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Help;

/**
 * Gives one blob to several consumers, whose gradients add: {@code y_i = x}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>tops, {@code y_i}: the shape of {@code x}; their data are {@code x}'s own memory
 *   <li>backward: {@code dx = Σ_i dy_i}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Split. The net puts one in wherever a blob has more than one consumer.
 */
@LayerType(
    name = "Split",
    maxTops = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    sharesData = true,
    backwardReads = {})
@Help("gives one blob to several consumers, whose gradients add")
public final class SplitLayer implements Layer {

  private final ElementwiseLoop sum;
  private List<Tensor> gradients = List.of();

  @Inject
  SplitLayer(Backend backend) {
    sum = new ElementwiseLoop(backend.parallel(), Kernels::sum);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Blob x = bottom.get(0);
    for (Blob y : top) {
      y.reshapeLike(x);
      y.data().share(x.data());
    }
    gradients = top.stream().map(Blob::diff).toList();
  }

  /** Does nothing: the tops' data are the bottom's. */
  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {}

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      sum.run(gradients, bottom.get(0).diff());
    }
  }
}
