package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
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
 * and −1, once, for what is left.
 */
@LayerType(
    name = "Reshape",
    bottomNames = "x",
    topNames = "y",
    sharesData = true,
    backwardReads = {})
@Help("gives a blob another shape; the elements stay in their order")
public final class ReshapeLayer implements Layer {

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
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Blob x = bottom.get(0);
    top.get(0).reshape(reshaped(x.shape()));
    top.get(0).share(x);
  }

  private Shape reshaped(Shape shape) {
    int from = from(shape);
    int to = to(from, shape);
    List<Integer> dims = new ArrayList<>(shape.dims().subList(0, from));
    dims.addAll(copied(shape, from));
    dims.addAll(shape.dims().subList(to, shape.axes()));
    infer(dims, shape);
    requireSameCount(dims, shape);
    return Shape.of(dims);
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

  private List<Integer> copied(Shape shape, int from) {
    List<Integer> dims = new ArrayList<>(options.shape());
    for (int i = 0; i < dims.size(); i++) {
      if (dims.get(i) == COPIED) {
        if (from + i >= shape.axes()) {
          throw new InvalidLayerException(
              "shape %s copies axis %d, but the bottom %s has %d axes"
                  .formatted(options.shape(), from + i, shape, shape.axes()));
        }
        dims.set(i, shape.dim(from + i));
      }
    }
    return dims;
  }

  private static void infer(List<Integer> dims, Shape shape) {
    int inferred = dims.indexOf(INFERRED);
    if (inferred >= 0) {
      long others = -product(dims);
      if (others == 0 || shape.count() % others != 0) {
        throw new InvalidLayerException(
            "the %d elements of the bottom %s can't be shared out as %s"
                .formatted(shape.count(), shape, dims));
      }
      dims.set(inferred, (int) (shape.count() / others));
    }
  }

  private static void requireSameCount(List<Integer> dims, Shape shape) {
    if (product(dims) != shape.count()) {
      throw new InvalidLayerException(
          "the bottom %s has %d elements, but the shape %s %d"
              .formatted(shape, shape.count(), dims, product(dims)));
    }
  }

  private static long product(List<Integer> dims) {
    return dims.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  /** Does nothing: the top is the bottom under another shape. */
  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {}

  /** Does nothing: the top is the bottom under another shape. */
  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
}
