package org.cortado.layers.core.normalization;

import org.cortado.api.blob.Blob;

/** One factor and one summand for each channel. */
final class ChannelAffine implements Affine {

  private final Units units;
  private final Blob gamma;
  private final Blob beta;
  private final float[] scales;
  private final float[] shifts;

  ChannelAffine(Units units, Blob gamma, Blob beta) {
    this.units = units;
    this.gamma = gamma;
    this.beta = beta;
    scales = new float[units.channels()];
    shifts = new float[units.channels()];
  }

  @Override
  public void open() {
    gamma.data().read().get(0, scales);
    beta.data().read().get(0, shifts);
  }

  @Override
  public float scale(int unit) {
    return scales[units.channel(unit)];
  }

  @Override
  public void normalize(int unit, float[] x, double mean, double inverse, int at) {
    int channel = units.channel(unit);
    float scale = (float) (inverse * scales[channel]);
    Centring.normalize(x, mean, scale, shifts[channel], at, units.length(unit));
  }

  @Override
  public boolean learns() {
    return true;
  }

  @Override
  public void addGradients(BackwardSums sums) {
    sums.addTo(gamma, beta);
  }
}
