package org.cortado.layers.core.normalization;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;

/**
 * A factor and a summand for each element of a run, the same in all runs.
 *
 * <p>What is known of an element stands in as many places as the element may lie at in a workshop,
 * so that one index is enough: of several the compiler makes no vectors.
 */
final class ElementAffine implements Affine {

  private final Units units;
  private final Blob gamma;
  private final Blob beta;
  private final float[][] scales;
  private final float[][] shifts;
  private final ElementGradients[] gradients;

  ElementAffine(Parallel parallel, Units units, Blob gamma, Blob beta) {
    this.units = units;
    this.gamma = gamma;
    this.beta = beta;
    scales = new float[units.pieces()][Units.LONGEST];
    shifts = new float[units.pieces()][Units.LONGEST];
    gradients =
        IntStream.range(0, parallel.threads())
            .mapToObj(i -> new ElementGradients(units))
            .toArray(ElementGradients[]::new);
  }

  @Override
  public void open() {
    spread(gamma.data().read(), scales);
    spread(beta.data().read(), shifts);
  }

  private void spread(FloatBuffer from, float[][] to) {
    for (int piece = 0; piece < to.length; piece++) {
      int length = units.length(piece);
      from.get(piece * Units.LONGEST, to[piece], 0, length);
      for (int at = length; at + length <= Units.LONGEST; at += length) {
        System.arraycopy(to[piece], 0, to[piece], at, length);
      }
    }
  }

  @Override
  public void normalize(int unit, float[] x, double mean, double inverse, int at) {
    int piece = units.piece(unit);
    float coarse = (float) mean;
    float fine = (float) (mean - coarse);
    float[] scale = scales[piece];
    float[] shift = shifts[piece];
    float factor = (float) inverse;
    int end = at + units.length(unit);
    for (int i = at; i < end; i++) {
      x[i] = (x[i] - coarse - fine) * factor * scale[i] + shift[i];
    }
  }

  @Override
  public void weigh(int unit, float[] dy, int at) {
    float[] scale = scales[units.piece(unit)];
    int end = at + units.length(unit);
    for (int i = at; i < end; i++) {
      dy[i] *= scale[i];
    }
  }

  @Override
  public void collect(int worker, int unit, float[] dy, float[] centred, float inverse, int at) {
    gradients[worker].add(unit, dy, centred, inverse, at);
  }

  @Override
  public boolean learns() {
    return true;
  }

  @Override
  public void clear() {
    for (ElementGradients ofThread : gradients) {
      ofThread.clear();
    }
  }

  @Override
  public void addGradients(BackwardSums sums) {
    for (ElementGradients ofThread : gradients) {
      ofThread.finish();
    }
    FloatBuffer scaleDiff = gamma.diff().update();
    FloatBuffer shiftDiff = beta.diff().update();
    for (int i = 0; i < units.run(); i++) {
      double scale = 0;
      double shift = 0;
      for (ElementGradients ofThread : gradients) {
        scale += ofThread.scale(i);
        shift += ofThread.shift(i);
      }
      scaleDiff.put(i, (float) (scaleDiff.get(i) + scale));
      shiftDiff.put(i, (float) (shiftDiff.get(i) + shift));
    }
  }
}
