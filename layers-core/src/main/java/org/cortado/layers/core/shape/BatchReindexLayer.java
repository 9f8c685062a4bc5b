package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Claim;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/**
 * Picks the items of a batch by their indices: {@code y_i = x[index_i]}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [items x …]}
 *   <li>bottom 1, {@code index}: {@code [picked]}; whole numbers from 0 to {@code items} less 1,
 *       again and again if need be; takes no gradient
 *   <li>top 0, {@code y}: {@code [picked x …]}
 *   <li>backward: {@code dx} is the sum of the {@code dy} of all copies of its item, 0 where there
 *       is none
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's BatchReindex, but that a number that is not whole is a {@link
 * org.cortado.api.DataException}, not rounded down.
 */
@LayerType(
    name = "BatchReindex",
    bottoms = 2,
    bottomNames = {"x", "index"},
    topNames = "y",
    backwardReads = {},
    noGradient = 1,
    claims = Claim.MIXES_ITEMS)
@Help("picks items of its first bottom by the indices in its second")
public final class BatchReindexLayer implements Layer {

  private final RowGather gather;
  private int[] indices = {};

  @Inject
  BatchReindexLayer(Backend backend) {
    gather = new RowGather(backend.parallel());
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape shape = bottom.get(0).shape();
    Shape chosen = bottom.get(1).shape();
    if (shape.axes() == 0) {
      throw new InvalidLayerException("bottom 0 is a single number, but must have a batch axis");
    }
    if (chosen.axes() != 1) {
      throw new InvalidLayerException(
          "bottom 1 has the shape %s, but indices must have one axis".formatted(chosen));
    }
    top.get(0).reshape(shape.with(0, chosen.dim(0)));
    indices = new int[chosen.count()];
    gather.reshape(shape, 0, chosen.count());
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    Blob x = bottom.get(0);
    Indices.read(bottom.get(1), x.shape().dim(0), indices);
    gather.forward(indices, indices.length, x.data().read(), top.get(0).data().write());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      gather.backward(top.get(0).diff().read(), bottom.get(0).diff().write());
    }
  }
}
