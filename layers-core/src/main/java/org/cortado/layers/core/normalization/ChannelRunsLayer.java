package org.cortado.layers.core.normalization;

import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerContext;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** The base of a layer that normalises channels, each item's by themselves. */
abstract class ChannelRunsLayer extends RunNormalizationLayer {

  private static final int CHANNEL_AXIS = 1;

  ChannelRunsLayer(LayerContext context, Backend backend, Scaling scaling, boolean learns) {
    super(context, backend, scaling, learns);
  }

  /**
   * Returns how many channels are normalised together.
   *
   * @throws InvalidLayerException if there can't be so many
   */
  abstract int together(int channels);

  @Override
  final Units units(Shape x) {
    if (x.axes() <= CHANNEL_AXIS) {
      throw new InvalidLayerException("the bottom must be [N x channels x …], but is " + x);
    }
    int channels = x.dim(CHANNEL_AXIS);
    int together = together(channels);
    int sets = x.dim(0) * (channels == 0 ? 0 : channels / together);
    int run = x.count(CHANNEL_AXIS + 1);
    return learns()
        ? new Units(1, sets, together, run, channels)
        : Units.ofRuns(sets, together * run);
  }

  @Override
  final Shape parameters(Shape x) {
    return Shape.of(x.dim(CHANNEL_AXIS));
  }

  @Override
  final Affine affine(Parallel threads, Units units, Blob gamma, Blob beta) {
    return new ChannelAffine(units, gamma, beta);
  }
}
