package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.FormulaLayer;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Multiplies every element by one constant: {@code y = constant · x}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = constant · dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's MulConstant. Works in place: backward reads neither {@code x} nor {@code y}.
 */
@LayerType(
    name = "MulConstant",
    inPlace = true,
    backwardReads = {})
@Help("constant times x")
public final class MulConstantLayer extends FormulaLayer {

  /** What a net file says of a {@code MulConstant}. */
  public record Options(@Help("what x is multiplied by") float constant)
      implements LayerTraits.FromOptions {

    @Override
    public LayerTraits refine(LayerTraits declared) {
      return new LayerTraits(declared.inPlace(), constant >= 1, declared.backwardReads());
    }
  }

  private final float constant;

  @Inject
  MulConstantLayer(Options options, Backend backend) {
    super(backend);
    constant = options.constant();
  }

  @Override
  protected float value(float x) {
    return constant * x;
  }

  @Override
  protected float derivative(float x, float y) {
    return constant;
  }
}
