package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.FormulaLayer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Makes every element positive: {@code y = |x|}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy} where {@code x > 0}, {@code −dy} where {@code x < 0}, 0 where it
 *       is 0
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's AbsVal. Works in place where no gradient is wanted.
 */
@LayerType(name = "AbsVal", inPlaceForward = true, backwardReads = Reads.BOTTOM_DATA)
@Help("the absolute value")
public final class AbsValLayer extends FormulaLayer {

  @Inject
  AbsValLayer(Backend backend) {
    super(backend);
  }

  @Override
  protected float value(float x) {
    return Math.abs(x);
  }

  @Override
  protected float derivative(float x, float y) {
    return Signs.sign(x);
  }
}
