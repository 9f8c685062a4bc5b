package org.cortado.layers.core.vision;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Kernels;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.window.ReceptiveField;

/**
 * Pools an image into 1, 2, 4… windows along each axis and puts all in a row: a vector of one
 * length for images of any size (spatial pyramid pooling, He and others 2014).
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [N x channels x spatial…]}
 *   <li>top 0, {@code y}: {@code [N x (channels·windows of level 0 + channels·windows of level 1 +
 *       …)]}; on level {@code l} there are {@code 2ˡ} windows along each axis, of {@code k =
 *       ⌈in/2ˡ⌉} cells, with steps of {@code k} and {@code ⌊(k·2ˡ − in + 1)/2⌋} cells of padding
 *   <li>backward: the sum of what the poolings hand back
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's SPP, over any number of spatial axes where Caffe has two. As there, a level whose
 * padding would be as large as its window is an error. With a {@code pyramid_height} of 1, Caffe
 * leaves out to make a row: there {@code y} is {@code [N x channels x 1 x 1]}.
 */
@LayerType(
    name = "SPP",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("pools an image into ever more windows, and puts all in a row")
public final class SPPLayer implements Layer {

  /**
   * What a net file says of an {@code SPP}. On level 30 an axis would have more windows than an int
   * can count cells.
   */
  public record Options(
      @Range(min = 1, max = 30) @Help("the number of levels") int pyramidHeight,
      @Default("max")
          @Help("max for the greatest number of a window, ave for the mean, stochastic for any")
          PoolingMethod pool)
      implements LayerTraits.FromOptions {

    @Override
    public LayerTraits refine(LayerTraits declared) {
      return pool.refine(declared);
    }
  }

  private final Options options;
  private final List<PyramidLevel> levels = new ArrayList<>();
  private final Tensor share;
  private final ElementwiseLoop sum;
  private List<Tensor> summands = List.of();

  @Inject
  SPPLayer(Options options, LayerContext context, Backend backend) {
    this.options = options;
    for (int level = 0; level < options.pyramidHeight(); level++) {
      levels.add(new PyramidLevel(level, options.pool(), context, backend));
    }
    share = context.tensor(Shape.of(0));
    sum = new ElementwiseLoop(backend.parallel(), Kernels::sum);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape input = bottom.get(0).shape();
    Images.requirePixels(input);
    long length = 0;
    for (PyramidLevel level : levels) {
      level.reshape(input, options.pool());
      length += level.length();
    }
    top.get(0).reshape(Shape.of(input.dim(0), (int) Math.min(length, Integer.MAX_VALUE)));
    share.reshape(input);
    summands = List.of(bottom.get(0).diff(), share);
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    int from = 0;
    for (int i = 0; i < levels.size(); i++) {
      levels.get(i).forward(bottom.get(0).data(), top.get(0).data(), from);
      from += levels.get(i).length();
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (!propagateDown[0]) {
      return;
    }
    Tensor dx = bottom.get(0).diff();
    levels.get(0).backward(top.get(0).diff(), 0, dx);
    int from = levels.get(0).length();
    for (int i = 1; i < levels.size(); i++) {
      levels.get(i).backward(top.get(0).diff(), from, share);
      sum.run(summands, dx);
      from += levels.get(i).length();
    }
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return ReceptiveField.WHOLE;
  }

  @Override
  public void close() {
    levels.forEach(PyramidLevel::close);
  }
}
