package org.cortado.layers.core.normalization;

import jakarta.inject.Inject;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Normalises each channel of each item: {@code y = γ · (x − mean) / √(variance + eps) + β}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [N x channels x …]}; of {@code [N x channels]} every element is
 *       its own mean
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: with {@code g = γ · dy} and {@code z} the normalised {@code x}, {@code dx = (g −
 *       mean(g) − z · mean(g · z)) / √(variance + eps)}; {@code dγ} and {@code dβ} sum {@code dy ·
 *       z} and {@code dy} over all but the channels
 *   <li>parameters: with {@code affine} {@code γ}, at first 1, and {@code β}, at first 0, both
 *       {@code [channels]}
 * </ul>
 *
 * <p>Ulyanov, Vedaldi and Lempitsky 2016; Torch's InstanceNorm without running averages. The
 * variance is the biased one. Where it and {@code eps} are 0 the top is {@code β}. An {@code MVN}
 * does the same but for the parameters and for where {@code eps} is added.
 */
@LayerType(
    name = "InstanceNorm",
    bottomNames = "x",
    topNames = "y",
    backwardReads = Reads.BOTTOM_DATA)
@Help("brings each channel of each item to mean 0 and variance 1")
public final class InstanceNormLayer extends ChannelRunsLayer {

  /** What a net file says of an {@code InstanceNorm}. */
  public record Options(
      @Default("1e-5") @Range(min = 0) @Help("what is added to the variance") float eps,
      @Default("false") @Help("whether each channel has a learned factor and summand")
          boolean affine) {}

  @Inject
  InstanceNormLayer(Options options, LayerContext context, Backend backend) {
    super(context, backend, new Scaling(Scaling.Kind.INSIDE, options.eps()), options.affine());
  }

  @Override
  int together(int channels) {
    return 1;
  }
}
