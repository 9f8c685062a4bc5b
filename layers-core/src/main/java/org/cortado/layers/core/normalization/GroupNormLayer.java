package org.cortado.layers.core.normalization;

import jakarta.inject.Inject;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Normalises groups of neighbouring channels: {@code y = γ · (x − mean) / √(variance + eps) + β}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [N x channels x …]}; mean and variance are those of each item's
 *       groups of {@code channels / groups} channels
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: with {@code g = γ · dy} and {@code z} the normalised {@code x}, {@code dx = (g −
 *       mean(g) − z · mean(g · z)) / √(variance + eps)}; {@code dγ} and {@code dβ} sum {@code dy ·
 *       z} and {@code dy} over all but the channels
 *   <li>parameters: with {@code affine} {@code γ}, at first 1, and {@code β}, at first 0, both
 *       {@code [channels]}
 * </ul>
 *
 * <p>Wu and He 2018; Torch's GroupNorm. The variance is the biased one. Where it and {@code eps}
 * are 0 the top is {@code β}.
 */
@LayerType(name = "GroupNorm", bottomNames = "x", topNames = "y", backwardReads = Reads.BOTTOM_DATA)
@Help("brings groups of channels of each item to mean 0 and variance 1")
public final class GroupNormLayer extends ChannelRunsLayer {

  /** What a net file says of a {@code GroupNorm}. */
  public record Options(
      @Range(min = 1) @Help("into how many groups the channels fall, all of one size") int groups,
      @Default("1e-5") @Range(min = 0) @Help("what is added to the variance") float eps,
      @Default("true") @Help("whether each channel has a learned factor and summand")
          boolean affine) {}

  private final int groups;

  @Inject
  GroupNormLayer(Options options, LayerContext context, Backend backend) {
    super(context, backend, new Scaling(Scaling.Kind.INSIDE, options.eps()), options.affine());
    groups = options.groups();
  }

  @Override
  int together(int channels) {
    if (channels % groups != 0) {
      throw new InvalidLayerException(
          "groups must divide the %d channels of the bottom, but is %d"
              .formatted(channels, groups));
    }
    return channels / groups;
  }
}
