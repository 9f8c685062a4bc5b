package org.cortado.layers.core.arithmetic;

import java.util.List;
import org.cortado.api.blob.Shape;
import org.cortado.api.geometry.Reduction;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/** What a net file says of a {@code Sum} or a {@code Mean}. */
public record AxesOptions(
    @Help("the axes to go along, which the top hasn't any more; all if none are given")
        List<Integer> axes,
    @Default("false") @Help("whether the top keeps the axes, with size 1") boolean keepDims) {

  /** Copies the list. */
  public AxesOptions {
    axes = List.copyOf(axes);
  }

  Reduction of(Shape shape) {
    return Reduction.of(shape, axes);
  }
}
