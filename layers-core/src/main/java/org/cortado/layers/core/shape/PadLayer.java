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
import org.cortado.api.option.Help;

/**
 * Adds elements around a blob: zeros or another constant, the blob mirrored, or its border.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape that has the axis
 *   <li>top 0, {@code y}: from {@code axis} on, each axis longer by what is added before and after
 *   <li>backward: {@code dx} is the sum, in double precision, of the {@code dy} of all copies of
 *       its element
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's SpatialZeroPadding, SpatialReflectionPadding and SpatialReplicationPadding, along
 * any number of axes. To mirror, an axis must be longer than what is added.
 */
@LayerType(
    name = "Pad",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("adds a constant, the mirror image or the border around a blob")
public final class PadLayer implements Layer {

  private final PadOptions options;
  private final Frame frame;
  private final RowPadding edges;

  @Inject
  PadLayer(PadOptions options, Backend backend) {
    this.options = options;
    frame = new Frame(backend.parallel());
    edges = new RowPadding(backend.parallel());
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape inside = bottom.get(0).shape();
    int first = Bottoms.axis("axis", options.axis(), inside);
    requirePairs(inside.axes() - first, inside);
    int[] before = new int[inside.axes()];
    Shape whole = inside;
    for (int axis = first; axis < inside.axes(); axis++) {
      before[axis] = pad(2 * (axis - first));
      whole = whole.with(axis, padded(inside, axis, before[axis], pad(2 * (axis - first) + 1)));
    }
    top.get(0).reshape(whole);
    if (isConstant()) {
      frame.reshape(whole, inside, first, before);
    } else {
      edges.reshape(inside, whole, first, before, options.mode());
    }
  }

  private boolean isConstant() {
    return options.mode() == PadOptions.Mode.CONSTANT;
  }

  private void requirePairs(int axes, Shape shape) {
    int given = options.pad().size();
    if (given != 1 && given != 2 * axes) {
      throw new InvalidLayerException(
          "pad has %d numbers, but must have one, or two for each of the %d axes of the bottom %s"
                  .formatted(given, axes, shape)
              + " from axis %d on".formatted(shape.axes() - axes));
    }
  }

  private int pad(int side) {
    return options.pad().get(options.pad().size() == 1 ? 0 : side);
  }

  private int padded(Shape inside, int axis, int before, int after) {
    int size = inside.dim(axis);
    int most = Math.max(before, after);
    if (options.mode() == PadOptions.Mode.REFLECT && most > 0 && most >= size) {
      throw new InvalidLayerException(
          "axis %d of the bottom %s is too short to be mirrored over %d elements"
              .formatted(axis, inside, most));
    }
    if (options.mode() == PadOptions.Mode.REPLICATE && most > 0 && size == 0) {
      throw new InvalidLayerException(
          "axis %d of the bottom %s has no border to repeat".formatted(axis, inside));
    }
    long padded = (long) before + size + after;
    if (padded > Integer.MAX_VALUE) {
      throw new InvalidLayerException(
          "axis %d of the top would have the size %d, but may have at most %d"
              .formatted(axis, padded, Integer.MAX_VALUE));
    }
    return (int) padded;
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    if (isConstant()) {
      frame.surround(bottom.get(0).data(), options.value(), top.get(0).data());
    } else {
      edges.forward(bottom.get(0).data(), 0, top.get(0).data());
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (!propagateDown[0]) {
      return;
    }
    if (isConstant()) {
      frame.cut(top.get(0).diff(), bottom.get(0).diff());
    } else {
      edges.backward(top.get(0).diff(), bottom.get(0).diff());
    }
  }
}
