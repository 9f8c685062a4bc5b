package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/**
 * Puts axes of size 1 in; the elements stay where they are.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: {@code x} with the axes; its data and its diff are {@code x}'s own memory
 *   <li>backward: {@code dx = dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's Unsqueeze.
 */
@LayerType(
    name = "Unsqueeze",
    bottomNames = "x",
    topNames = "y",
    sharesData = true,
    backwardReads = {})
@Help("puts axes of size 1 in")
public final class UnsqueezeLayer extends ViewLayer {

  /** What a net file says of an {@code Unsqueeze}. */
  public record Options(
      @Help("where the top shall have an axis of size 1; negative ones count from its end")
          List<Integer> axes) {

    /** Refuses a layer without axes. */
    public Options {
      axes = List.copyOf(axes);
      if (axes.isEmpty()) {
        throw new InvalidLayerException("give at least one of the top's axes");
      }
    }
  }

  private final Options options;

  @Inject
  UnsqueezeLayer(Options options) {
    this.options = options;
  }

  @Override
  Shape viewed(Shape bottom) {
    List<Integer> dims = new ArrayList<>(bottom.dims());
    for (int axis : axes(bottom.axes() + options.axes().size())) {
      dims.add(axis, 1);
    }
    return Shape.of(dims);
  }

  private Set<Integer> axes(int topAxes) {
    Set<Integer> axes = new TreeSet<>();
    for (int given : options.axes()) {
      if (given < -topAxes || given >= topAxes) {
        throw new InvalidLayerException(
            "axes has %d, but the top will have %d axes".formatted(given, topAxes));
      }
      if (!axes.add(given < 0 ? given + topAxes : given)) {
        throw new InvalidLayerException(
            "axes %s has one of the top's %d axes twice".formatted(options.axes(), topAxes));
      }
    }
    return axes;
  }
}
