package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Repeats its bottom along one axis.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape that has the axis
 *   <li>top 0, {@code y}: {@code x}, {@code tiles} times one after the other along {@code axis}
 *   <li>backward: {@code dx} is the sum of the {@code dy} of all tiles, in double precision
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Tile, Torch nn's Replicate.
 */
@LayerType(
    name = "Tile",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("repeats its bottom along one axis")
public final class TileLayer implements Layer {

  /** What a net file says of a {@code Tile}. */
  public record Options(
      @Default("1") @Help("the axis to repeat along") int axis,
      @Range(min = 1) @Help("how many times the bottom stands in the top") int tiles) {}

  private final Options options;
  private final StridedCopy copy;
  private final TileSum sum;
  private CopyPlan plan = CopyPlan.nothing();

  @Inject
  TileLayer(Options options, Backend backend) {
    this.options = options;
    copy = new StridedCopy(backend.parallel());
    sum = new TileSum(backend.parallel());
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape shape = bottom.get(0).shape();
    int axis = Bottoms.axis("axis", options.axis(), shape);
    long size = (long) shape.dim(axis) * options.tiles();
    if (size > Integer.MAX_VALUE) {
      throw new InvalidLayerException(
          "axis %d of the top would have the size %d, but may have at most %d"
              .formatted(axis, size, Integer.MAX_VALUE));
    }
    top.get(0).reshape(shape.with(axis, (int) size));
    int block = shape.count(axis);
    int outer = shape.count(0, axis);
    CopyPlan.Builder builder = new CopyPlan.Builder();
    builder.axis(outer, block, top.get(0).shape().count(axis));
    plan = builder.axis(options.tiles(), 0, block).axis(block, 1, 1).plan();
    sum.reshape(outer, options.tiles(), block);
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    copy.run(plan, bottom.get(0).data().read(), top.get(0).data().write());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      sum.run(top.get(0).diff().read(), bottom.get(0).diff().write());
    }
  }
}
