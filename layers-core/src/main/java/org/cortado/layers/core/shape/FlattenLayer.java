package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Merges neighbouring axes into one; the elements stay where they are.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape that has the axes
 *   <li>top 0, {@code y}: the axes {@code axis} to {@code end_axis} in one; its data and its diff
 *       are {@code x}'s own memory
 *   <li>backward: {@code dx = dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Flatten.
 */
@LayerType(
    name = "Flatten",
    bottomNames = "x",
    topNames = "y",
    sharesData = true,
    backwardReads = {})
@Help("merges neighbouring axes into one")
public final class FlattenLayer extends ViewLayer {

  /** What a net file says of a {@code Flatten}. */
  public record Options(
      @Default("1") @Help("the first axis to merge") int axis,
      @Default("-1") @Help("the last axis to merge") int endAxis) {}

  private final Options options;

  @Inject
  FlattenLayer(Options options) {
    this.options = options;
  }

  @Override
  Shape viewed(Shape shape) {
    int axis = Bottoms.axis("axis", options.axis(), shape);
    int endAxis = Bottoms.axis("end_axis", options.endAxis(), shape);
    if (endAxis < axis) {
      throw new InvalidLayerException(
          "end_axis, %d, is before axis, %d, in the bottom %s"
              .formatted(options.endAxis(), options.axis(), shape));
    }
    List<Integer> dims = new ArrayList<>(shape.dims().subList(0, axis));
    dims.add(shape.count(axis, endAxis + 1));
    dims.addAll(shape.dims().subList(endAxis + 1, shape.axes()));
    return Shape.of(dims);
  }
}
