package org.cortado.layers.core.shape;

import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a net file says of a {@code Pad}. */
public record PadOptions(
    @Range(min = 0)
        @Help("how many elements to add; one number, or before and after for each axis in turn")
        List<Integer> pad,
    @Default("constant") @Help("what to add") Mode mode,
    @Default("0") @Help("what mode constant adds") float value,
    @Default("2") @Help("the first of the axes to pad") int axis) {

  /** What to add. */
  public enum Mode {
    /** One value. */
    CONSTANT,
    /** The elements behind the border, mirrored; the border itself is not repeated. */
    REFLECT,
    /** The border, again and again. */
    REPLICATE
  }

  /** Refuses a layer that adds nothing, and a value that would not be used. */
  public PadOptions {
    pad = List.copyOf(pad);
    if (pad.isEmpty()) {
      throw new InvalidLayerException("give pad, one number or two for each axis");
    }
    if (mode != Mode.CONSTANT && value != 0) {
      throw new InvalidLayerException("value is for mode constant alone");
    }
  }
}
