package org.cortado.layers.core.normalization;

/** Neither multiplies nor adds. */
record NoAffine(Units units) implements Affine {

  @Override
  public void normalize(int unit, float[] x, double mean, double inverse, int at) {
    Centring.normalize(x, mean, (float) inverse, 0, at, units.length(unit));
  }
}
