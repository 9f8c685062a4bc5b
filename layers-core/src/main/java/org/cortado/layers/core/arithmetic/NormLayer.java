package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Measures a blob along some of its axes, or along all: {@code y = (Σ |x|^p)^(1/p)}, or the
 * greatest {@code |x|} if {@code p} is {@code inf}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x} without the axes, or with size 1 for them where
 *       {@code keep_dims} says so; 0 where there is nothing to measure
 *   <li>backward, of the {@code dy} that the element went into: {@code dx = dy · sign(x) ·
 *       (|x|/y)^(p−1)}, and 0 where {@code x} is 0; of an infinite norm {@code dy · sign(x)} for
 *       the first of the greatest and 0 for the others
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch's Norm. Sums in double precision, in an order that doesn't depend on the number of
 * threads; each {@code |x|^p} is a float, so numbers beyond its range (of squares 10¹⁹ and more)
 * have an infinite norm.
 */
@LayerType(
    name = "Norm",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {Reads.BOTTOM_DATA, Reads.TOP_DATA})
@Help("measures by a norm along some axes, or along all")
public final class NormLayer extends ChoosingLayer {

  private final NormOptions options;
  private final Backend backend;

  @Inject
  NormLayer(NormOptions options, Backend backend) {
    this.options = options;
    this.backend = backend;
  }

  @Override
  Layer choose(int bottoms) {
    float power = options.power();
    if (Float.isInfinite(power)) {
      return new PeakReduction(options.axes(), options.keepDims(), Peak.LARGEST, backend);
    }
    Summary summary = power == 1 ? new SizeSummary(1) : new NormSummary(power);
    return new ReducingLayer(backend, summary, options::of, options.keepDims());
  }
}
