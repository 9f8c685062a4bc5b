package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
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
public final class FlattenLayer implements Layer {

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
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Blob x = bottom.get(0);
    top.get(0).reshape(merged(x.shape()));
    top.get(0).share(x);
  }

  private Shape merged(Shape shape) {
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

  /** Does nothing: the top is the bottom under another shape. */
  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {}

  /** Does nothing: the top is the bottom under another shape. */
  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
}
