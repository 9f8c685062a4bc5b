package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/**
 * Puts the axes in another order: with the order {@code [0, 2, 3, 1]}, {@code y[n,h,w,c] =
 * x[n,c,h,w]}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: axis {@code i} is axis {@code order[i]} of {@code x}; axes that {@code
 *       order} leaves out follow in the order that they have
 *   <li>backward: {@code dx} is {@code dy} with the axes put back
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's Transpose in one step; Caffe has none, its fork for SSD has this Permute.
 */
@LayerType(
    name = "Permute",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("puts the axes in another order")
public final class PermuteLayer implements Layer {

  /** What a net file says of a {@code Permute}. */
  public record Options(
      @Help("the bottom's axes in the order that the top shall have them; the rest follow")
          List<Integer> order) {

    /** Copies the list. */
    public Options {
      order = List.copyOf(order);
    }
  }

  private final Options options;
  private final StridedCopy copy;
  private CopyPlan plan = CopyPlan.nothing();
  private CopyPlan reversed = CopyPlan.nothing();

  @Inject
  PermuteLayer(Options options, Backend backend) {
    this.options = options;
    copy = new StridedCopy(backend.parallel());
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape from = bottom.get(0).shape();
    List<Integer> order = order(from);
    Shape to = Shape.of(order.stream().map(from::dim).toList());
    top.get(0).reshape(to);
    CopyPlan.Builder builder = new CopyPlan.Builder();
    for (int axis = 0; axis < to.axes(); axis++) {
      builder.axis(to.dim(axis), from.count(order.get(axis) + 1), to.count(axis + 1));
    }
    plan = builder.plan();
    reversed = plan.reversed();
  }

  private List<Integer> order(Shape shape) {
    List<Integer> order = new ArrayList<>();
    for (int given : options.order()) {
      int axis = Bottoms.axis("order", given, shape);
      if (order.contains(axis)) {
        throw new InvalidLayerException(
            "order %s has an axis of the bottom %s twice".formatted(options.order(), shape));
      }
      order.add(axis);
    }
    for (int axis = 0; axis < shape.axes(); axis++) {
      if (!order.contains(axis)) {
        order.add(axis);
      }
    }
    return order;
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    copy.run(plan, bottom.get(0).data().read(), top.get(0).data().write());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      copy.run(reversed, top.get(0).diff().read(), bottom.get(0).diff().write());
    }
  }
}
