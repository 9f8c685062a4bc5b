package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.Bottoms;
import org.cortado.api.Claim;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Picks slices of a blob by their indices along one axis: with axis 0, {@code y[i,…] = x[index_i,
 * …]}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape that has the axis
 *   <li>bottom 1, {@code index}: any shape; whole numbers from 0 to the size of the axis less 1,
 *       again and again if need be; takes no gradient
 *   <li>top 0, {@code y}: the shape of {@code x} with that of {@code index} in the place of the
 *       axis
 *   <li>backward: {@code dx} is the sum of the {@code dy} of all copies of its element, 0 where
 *       there is none
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's Index for indices of any shape. A number that is no index, negative ones among
 * them, is a {@link org.cortado.api.DataException}.
 */
@LayerType(
    name = "Gather",
    bottoms = 2,
    bottomNames = {"x", "index"},
    topNames = "y",
    backwardReads = {},
    noGradient = 1,
    claims = Claim.MIXES_ITEMS)
@Help("picks slices of its first bottom by the indices in its second")
public final class GatherLayer implements Layer {

  /** What a net file says of a {@code Gather}. */
  public record Options(@Default("0") @Help("the axis that the indices choose along") int axis) {}

  private final Options options;
  private final RowGather gather;
  private int axis;
  private int[] indices = {};

  @Inject
  GatherLayer(Options options, Backend backend) {
    this.options = options;
    gather = new RowGather(backend.parallel());
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape shape = bottom.get(0).shape();
    Shape chosen = bottom.get(1).shape();
    axis = Bottoms.axis("axis", options.axis(), shape);
    List<Integer> dims = new ArrayList<>(shape.dims().subList(0, axis));
    dims.addAll(chosen.dims());
    dims.addAll(shape.dims().subList(axis + 1, shape.axes()));
    top.get(0).reshape(Shape.of(dims));
    indices = new int[chosen.count()];
    gather.reshape(shape, axis, chosen.count());
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    Blob x = bottom.get(0);
    Indices.read(bottom.get(1), x.shape().dim(axis), indices);
    gather.forward(indices, indices.length, x.data().read(), top.get(0).data().write());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      gather.backward(top.get(0).diff().read(), bottom.get(0).diff().write());
    }
  }
}
