package org.cortado.layers.core.arithmetic;

import java.util.List;
import java.util.Set;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerTraits;
import org.cortado.api.Reads;
import org.cortado.api.blob.Shape;
import org.cortado.api.geometry.Reduction;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/** What a net file says of a {@code Norm}. */
public record NormOptions(
    @Default("2") @Help("the power: any number above 0, or inf") String p,
    @Help("the axes to go along, which the top hasn't any more; all if none are given")
        List<Integer> axes,
    @Default("false") @Help("whether the top keeps the axes, with size 1") boolean keepDims)
    implements LayerTraits.FromOptions {

  private static final List<String> INFINITE = List.of("inf", ".inf");

  /** Copies the list. */
  public NormOptions {
    axes = List.copyOf(axes);
  }

  /**
   * Returns the power, which may be infinite.
   *
   * @throws InvalidLayerException if it is none
   */
  float power() {
    float power = INFINITE.contains(p) ? Float.POSITIVE_INFINITY : number(p);
    if (!(power > 0)) {
      throw new InvalidLayerException("p must be a number above 0 or inf, but is '" + p + "'");
    }
    return power;
  }

  private static float number(String text) {
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
  }

  /** Only a finite power but 1 needs the norm itself. */
  @Override
  public LayerTraits refine(LayerTraits declared) {
    float power = INFINITE.contains(p) ? Float.POSITIVE_INFINITY : number(p);
    return power == 1 || Float.isInfinite(power)
        ? new LayerTraits(false, Set.of(Reads.BOTTOM_DATA))
        : declared;
  }

  Reduction of(Shape shape) {
    return Reduction.of(shape, axes);
  }
}
