package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Gives a blob another shape; the elements stay where they are.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: {@code shape} in the place of the {@code num_axes} axes from {@code axis}
 *       on; its data and its diff are {@code x}'s own memory
 *   <li>backward: {@code dx = dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Reshape. In {@code shape} a 0 stands for the size of the bottom's axis in that place
 * and −1, once, for what is left: of an empty batch {@code [0x2x5]}, {@code [0, -1]} makes {@code
 * [0x10]}, where Caffe divides by zero.
 */
@LayerType(
    name = "Reshape",
    bottomNames = "x",
    topNames = "y",
    sharesData = true,
    backwardReads = {})
@Help("gives a blob another shape; the elements stay in their order")
public final class ReshapeLayer extends ViewLayer {

  private static final int COPIED = 0;
  private static final int INFERRED = -1;

  /** What a net file says of a {@code Reshape}. */
  public record Options(
      @Range(min = -1) @Help("the new sizes; 0 copies the bottom's, one -1 takes what is left")
          List<Integer> shape,
      @Default("0") @Help("the first axis to replace; negative ones count from behind the last")
          int axis,
      @Default("-1") @Range(min = -1) @Help("how many axes to replace; -1 for all that follow")
          int numAxes) {

    /** Refuses more than one -1. */
    public Options {
      shape = List.copyOf(shape);
      if (Collections.frequency(shape, INFERRED) > 1) {
        throw new InvalidLayerException("shape %s has more than one -1".formatted(shape));
      }
    }
  }

  private final Options options;

  @Inject
  ReshapeLayer(Options options) {
    this.options = options;
  }

  @Override
  Shape viewed(Shape shape) {
    int from = from(shape);
    int to = to(from, shape);
    List<Integer> sizes = sizes(shape, from, to);
    List<Integer> dims = new ArrayList<>(shape.dims().subList(0, from));
    dims.addAll(sizes);
    dims.addAll(shape.dims().subList(to, shape.axes()));
    Shape reshaped = Shape.of(dims);
    if (reshaped.count() != shape.count()) {
      throw new InvalidLayerException(
          "the bottom %s has %d elements, but the shape %s %d"
              .formatted(shape, shape.count(), dims, reshaped.count()));
    }
    return reshaped;
  }

  /** Returns the first axis to replace; as in Caffe, −1 is the place behind the last one. */
  private int from(Shape shape) {
    int from = options.axis() < 0 ? options.axis() + shape.axes() + 1 : options.axis();
    if (from < 0 || from > shape.axes()) {
      throw new InvalidLayerException(
          "axis is %d, but the bottom %s has %d axes"
              .formatted(options.axis(), shape, shape.axes()));
    }
    return from;
  }

  private int to(int from, Shape shape) {
    if (options.numAxes() > shape.axes() - from) {
      throw new InvalidLayerException(
          "num_axes is %d, but the bottom %s has %d axes from axis %d on"
              .formatted(options.numAxes(), shape, shape.axes() - from, from));
    }
    return options.numAxes() < 0 ? shape.axes() : from + options.numAxes();
  }

  private List<Integer> sizes(Shape shape, int from, int to) {
    List<Integer> sizes = new ArrayList<>(options.shape());
    List<Integer> others = new ArrayList<>();
    List<Integer> left = new ArrayList<>(shape.dims().subList(from, to));
    for (int i = 0; i < sizes.size(); i++) {
      if (sizes.get(i) == COPIED) {
        sizes.set(i, copied(shape, from + i));
      }
      if (options.shape().get(i) == COPIED && from + i < to) {
        left.set(i, 1); // it is on both sides: an empty batch leaves the rest as it is
      } else if (sizes.get(i) != INFERRED) {
        others.add(sizes.get(i));
      }
    }
    int inferred = sizes.indexOf(INFERRED);
    if (inferred >= 0) {
      sizes.set(inferred, inferred(Shape.of(left), Shape.of(others), shape));
    }
    return sizes;
  }

  private int copied(Shape shape, int axis) {
    if (axis >= shape.axes()) {
      throw new InvalidLayerException(
          "shape %s copies axis %d, but the bottom %s has %d axes"
              .formatted(options.shape(), axis, shape, shape.axes()));
    }
    return shape.dim(axis);
  }

  private int inferred(Shape left, Shape others, Shape shape) {
    if (others.count() == 0 || left.count() % others.count() != 0) {
      throw new InvalidLayerException(
          "the %d elements of the bottom %s can't be shared out as %s"
              .formatted(shape.count(), shape, options.shape()));
    }
    return left.count() / others.count();
  }
}
