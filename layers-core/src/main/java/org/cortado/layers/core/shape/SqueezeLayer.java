package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/**
 * Takes axes of size 1 out; the elements stay where they are.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape that has the axes
 *   <li>top 0, {@code y}: {@code x} without the axes; its data and its diff are {@code x}'s own
 *       memory
 *   <li>backward: {@code dx = dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's Squeeze. Without {@code axes} a batch of one item loses its batch axis, too.
 */
@LayerType(
    name = "Squeeze",
    bottomNames = "x",
    topNames = "y",
    sharesData = true,
    backwardReads = {})
@Help("takes axes of size 1 out")
public final class SqueezeLayer extends ViewLayer {

  /** What a net file says of a {@code Squeeze}. */
  public record Options(
      @Help("the axes to take out; all of size 1 if none are given") List<Integer> axes) {

    /** Copies the list. */
    public Options {
      axes = List.copyOf(axes);
    }
  }

  private final Options options;

  @Inject
  SqueezeLayer(Options options) {
    this.options = options;
  }

  @Override
  Shape viewed(Shape bottom) {
    Set<Integer> out = options.axes().isEmpty() ? ones(bottom) : given(bottom);
    List<Integer> dims = new ArrayList<>();
    for (int axis = 0; axis < bottom.axes(); axis++) {
      if (!out.contains(axis)) {
        dims.add(bottom.dim(axis));
      }
    }
    return Shape.of(dims);
  }

  private static Set<Integer> ones(Shape bottom) {
    Set<Integer> ones = new TreeSet<>();
    for (int axis = 0; axis < bottom.axes(); axis++) {
      if (bottom.dim(axis) == 1) {
        ones.add(axis);
      }
    }
    return ones;
  }

  private Set<Integer> given(Shape bottom) {
    Set<Integer> axes = new TreeSet<>();
    for (int given : options.axes()) {
      int axis = Bottoms.axis("axes", given, bottom);
      if (bottom.dim(axis) != 1) {
        throw new InvalidLayerException(
            "axis %d of the bottom %s has the size %d, but must have 1"
                .formatted(axis, bottom, bottom.dim(axis)));
      }
      if (!axes.add(axis)) {
        throw new InvalidLayerException(
            "axes %s has an axis of the bottom %s twice".formatted(options.axes(), bottom));
      }
    }
    return axes;
  }
}
