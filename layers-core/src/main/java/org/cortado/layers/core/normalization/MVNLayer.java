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
 * Normalises each image, or each of its channels, by its own mean and variance: {@code y = (x −
 * mean) / (√variance + eps)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [N x channels x …]}
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: with {@code σ = √variance}, {@code dx = (dy − mean(dy) − (x − mean)/σ · mean(dy ·
 *       y)) / (σ + eps)}; without {@code normalize_variance} {@code dy − mean(dy)}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's MVN, over any number of axes where Caffe has four. As there, the variance is the
 * biased one and {@code eps} is added outside the root. Caffe's gradient has {@code y} where {@code
 * (x − mean)/σ} is right, which differs where {@code eps} isn't small beside {@code σ}. Equal
 * elements give 0, and so does {@code eps} 0 with them; their variance passes no gradient.
 */
@LayerType(name = "MVN", bottomNames = "x", topNames = "y", backwardReads = Reads.BOTTOM_DATA)
@Help("brings each image or channel to mean 0 and variance 1")
public final class MVNLayer extends ChannelRunsLayer {

  /** What a net file says of an {@code MVN}. */
  public record Options(
      @Default("true") @Help("whether to divide by the standard deviation, not just to centre")
          boolean normalizeVariance,
      @Default("false") @Help("whether an image's channels are normalised together")
          boolean acrossChannels,
      @Default("1e-9") @Range(min = 0) @Help("what is added to the standard deviation") float eps) {

    private Scaling scaling() {
      return new Scaling(normalizeVariance ? Scaling.Kind.OUTSIDE : Scaling.Kind.NONE, eps);
    }
  }

  private final boolean acrossChannels;

  @Inject
  MVNLayer(Options options, LayerContext context, Backend backend) {
    super(context, backend, options.scaling(), false);
    acrossChannels = options.acrossChannels();
  }

  @Override
  int together(int channels) {
    return acrossChannels ? channels : 1;
  }
}
