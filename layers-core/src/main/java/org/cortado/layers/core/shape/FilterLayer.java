package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.ArrayList;
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
 * Keeps the items of a batch that a selector doesn't mark with 0.
 *
 * <ul>
 *   <li>all bottoms but the last, {@code x_i}: {@code [items x …]}
 *   <li>the last bottom, {@code selector}: {@code [items]}, or with more axes of size 1; takes no
 *       gradient
 *   <li>tops, {@code y_i}, one for each {@code x_i}: {@code [kept x …]}, the items whose entry in
 *       the selector isn't 0, in their order; {@code [items x …]} before the first sweep
 *   <li>backward: {@code dx_i} is {@code dy_i} for the items that were kept, 0 for the others
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Filter. Where the selector is 0 everywhere the tops are batches of 0 items, and {@code
 * dx_i} is 0; Caffe divides by zero there. A NaN in the selector isn't 0.
 */
@LayerType(
    name = "Filter",
    bottoms = 2,
    maxBottoms = LayerType.ANY,
    maxTops = LayerType.ANY,
    bottomNames = {"x", "x, or at last the selector"},
    topNames = "y",
    backwardReads = {},
    noGradient = -1,
    claims = {Claim.SHAPED_BY_DATA, Claim.HIDES_NAN})
@Help("keeps the items of a batch that its last bottom doesn't mark with 0")
public final class FilterLayer implements Layer {

  private final Backend backend;
  private final List<RowGather> gathers = new ArrayList<>();
  private int[] kept = {};
  private int count;

  @Inject
  FilterLayer(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    if (top.size() != bottom.size() - 1) {
      throw new InvalidLayerException(
          "there are %d tops for %d bottoms, but there must be one for each bottom save the last"
              .formatted(top.size(), bottom.size()));
    }
    for (int i = 0; i < top.size(); i++) {
      gathers.add(new RowGather(backend.parallel()));
    }
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape selector = bottom.get(top.size()).shape();
    if (selector.axes() == 0 || selector.dim(0) != selector.count()) {
      throw new InvalidLayerException(
          "the selector has the shape %s, but must have one number for each item"
              .formatted(selector));
    }
    int items = selector.count();
    for (int i = 0; i < top.size(); i++) {
      Shape shape = bottom.get(i).shape();
      if (shape.axes() == 0 || shape.dim(0) != items) {
        throw new InvalidLayerException(
            "bottom %d has the shape %s, but the selector is for %d items"
                .formatted(i, shape, items));
      }
      top.get(i).reshape(shape);
      gathers.get(i).reshape(shape, 0, items);
    }
    kept = new int[items];
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    select(bottom.get(top.size()).data().read());
    for (int i = 0; i < top.size(); i++) {
      Blob y = top.get(i);
      if (y.shape().dim(0) != count) {
        y.reshape(y.shape().with(0, count));
      }
      gathers.get(i).forward(kept, count, bottom.get(i).data().read(), y.data().write());
    }
  }

  private void select(FloatBuffer selector) {
    count = 0;
    for (int item = 0; item < kept.length; item++) {
      if (selector.get(item) != 0) {
        kept[count++] = item;
      }
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    for (int i = 0; i < top.size(); i++) {
      if (propagateDown[i]) {
        gathers.get(i).backward(top.get(i).diff().read(), bottom.get(i).diff().write());
      }
    }
  }
}
