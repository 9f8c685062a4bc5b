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
 * Cuts bottom 0 to the size of bottom 1: {@code y[n,c,h,w] = x[n, c, h + offset_0, w + offset_1]}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape that has the axis
 *   <li>bottom 1, {@code size}: only its shape is used, and it takes no gradient; at least as many
 *       axes as {@code x}, none from {@code axis} on greater
 *   <li>top 0, {@code y}: {@code x}'s sizes before {@code axis}, {@code size}'s from there on
 *   <li>backward: {@code dx} is {@code dy} where {@code y} was cut out, 0 elsewhere
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Crop.
 */
@LayerType(
    name = "Crop",
    bottoms = 2,
    bottomNames = {"x", "size"},
    topNames = "y",
    backwardReads = {},
    noGradient = 1)
@Help("cuts its first bottom to the size of its second")
public final class CropLayer implements Layer {

  /** What a net file says of a {@code Crop}. */
  public record Options(
      @Default("2") @Help("the first axis to cut") int axis,
      @Range(min = 0)
          @Help(
              "how much to leave out before, one for all axes or one for each; 0 if none is given")
          List<Integer> offset) {

    /** Copies the list. */
    public Options {
      offset = List.copyOf(offset);
    }
  }

  private final Options options;
  private final Frame frame;

  @Inject
  CropLayer(Options options, Backend backend) {
    this.options = options;
    frame = new Frame(backend.parallel());
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape whole = bottom.get(0).shape();
    Shape size = bottom.get(1).shape();
    int axis = Bottoms.axis("axis", options.axis(), whole);
    requireFits(whole, size, axis);
    int[] offsets = new int[whole.axes()];
    Shape part = whole;
    for (int i = axis; i < whole.axes(); i++) {
      offsets[i] = offset(i - axis);
      part = part.with(i, size.dim(i));
      requireInside(whole, part, i, offsets[i]);
    }
    top.get(0).reshape(part);
    frame.reshape(whole, part, axis, offsets);
  }

  private void requireFits(Shape whole, Shape size, int axis) {
    if (size.axes() < whole.axes()) {
      throw new InvalidLayerException(
          "bottom 1 has the shape %s, but must have at least as many axes as bottom 0, %s"
              .formatted(size, whole));
    }
    int cut = whole.axes() - axis;
    if (options.offset().size() > 1 && options.offset().size() != cut) {
      throw new InvalidLayerException(
          "offset must be given once, or once for each of the %d axes from axis %d on, but is given"
                  .formatted(cut, axis)
              + " %d times".formatted(options.offset().size()));
    }
  }

  private int offset(int cutAxis) {
    if (options.offset().isEmpty()) {
      return 0;
    }
    return options.offset().get(options.offset().size() == 1 ? 0 : cutAxis);
  }

  private static void requireInside(Shape whole, Shape part, int axis, int offset) {
    if ((long) offset + part.dim(axis) > whole.dim(axis)) {
      throw new InvalidLayerException(
          "axis %d of bottom 0, %s, has no %d elements after an offset of %d"
              .formatted(axis, whole, part.dim(axis), offset));
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    frame.cut(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      frame.surround(top.get(0).diff(), 0, bottom.get(0).diff());
    }
  }
}
