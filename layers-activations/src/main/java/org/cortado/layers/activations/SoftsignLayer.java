package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.FormulaLayer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Squeezes every element between −1 and 1: {@code y = x / (1 + |x|)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = (1 − |y|)² dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's SoftSign. Infinite elements become −1 and 1. Works in place: backward reads {@code
 * y} alone.
 */
@LayerType(name = "Softsign", inPlace = true, backwardReads = Reads.TOP_DATA)
@Help("x / (1 + |x|)")
public final class SoftsignLayer extends FormulaLayer {

  @Inject
  SoftsignLayer(Backend backend) {
    super(backend);
  }

  /** Infinity is taken for the greatest float, as the quotient of infinities is no number. */
  @Override
  protected float value(float x) {
    float finite = Math.min(Math.max(x, -Float.MAX_VALUE), Float.MAX_VALUE);
    return finite / (1 + Math.abs(finite));
  }

  @Override
  protected float derivative(float x, float y) {
    float slack = 1 - Math.abs(y);
    return slack * slack;
  }
}
