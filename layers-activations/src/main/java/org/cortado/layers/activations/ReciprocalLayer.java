package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.FormulaLayer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Takes the reciprocal of every element: {@code y = 1 / x}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = −y² dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>At {@code x = 0} it gives what IEEE 754 gives: an infinite {@code y} of the sign of the zero.
 *
 * <p>The 1/x gate of the lectures; Caffe has it as a Power of −1. Works in place: backward reads
 * {@code y} alone.
 */
@LayerType(name = "Reciprocal", inPlace = true, backwardReads = Reads.TOP_DATA)
@Help("1 / x")
public final class ReciprocalLayer extends FormulaLayer {

  @Inject
  ReciprocalLayer(Backend backend) {
    super(backend);
  }

  @Override
  protected float value(float x) {
    return 1 / x;
  }

  @Override
  protected float derivative(float x, float y) {
    return -y * y;
  }
}
