package org.cortado.layers.core.normalization;

import jakarta.inject.Inject;
import org.cortado.api.Bottoms;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Normalises all that lies behind some axis: {@code y = γ · (x − mean) / √(variance + eps) + β}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape but {@code []}; mean and variance are those of the axes from
 *       {@code axis} on, for each index of the axes before
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: with {@code g = γ · dy} and {@code z} the normalised {@code x}, {@code dx = (g −
 *       mean(g) − z · mean(g · z)) / √(variance + eps)}; {@code dγ} and {@code dβ} sum {@code dy ·
 *       z} and {@code dy} over the axes before
 *   <li>parameters: with {@code affine} {@code γ}, at first 1, and {@code β}, at first 0, both of
 *       the shape that is normalised
 * </ul>
 *
 * <p>Ba, Kiros and Hinton 2016; Torch's LayerNorm, whose normalized_shape are the axes from {@code
 * axis} on. The variance is the biased one. Where it and {@code eps} are 0 the top is {@code β}.
 */
@LayerType(name = "LayerNorm", bottomNames = "x", topNames = "y", backwardReads = Reads.BOTTOM_DATA)
@Help("brings each item's last axes to mean 0 and variance 1")
public final class LayerNormLayer extends RunNormalizationLayer {

  /** What a net file says of a {@code LayerNorm}. */
  public record Options(
      @Default("-1") @Help("the first of the axes that are normalised together") int axis,
      @Default("1e-5") @Range(min = 0) @Help("what is added to the variance") float eps,
      @Default("true") @Help("whether each element has a learned factor and summand")
          boolean affine) {}

  private final int axis;

  @Inject
  LayerNormLayer(Options options, LayerContext context, Backend backend) {
    super(context, backend, new Scaling(Scaling.Kind.INSIDE, options.eps()), options.affine());
    axis = options.axis();
  }

  @Override
  Units units(Shape x) {
    int first = Bottoms.axis("axis", axis, x);
    return Units.ofRuns(x.count(0, first), x.count(first));
  }

  @Override
  Shape parameters(Shape x) {
    return Shape.of(x.dims().subList(x.canonicalAxis(axis), x.axes()));
  }

  @Override
  Affine affine(Parallel threads, Units units, Blob gamma, Blob beta) {
    return new ElementAffine(threads, units, gamma, beta);
  }
}
