package org.cortado.layers.core.normalization;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cortado.api.LayerContext;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.ConstantFiller;

/**
 * Averages over batches in which later ones weigh more, as Caffe keeps them: sums, each multiplied
 * by a fraction before the next batch is added, and the sum of the weights.
 */
final class RunningAverages {

  private final LayerContext context;
  private final float fraction;
  private final List<Blob> blobs = new ArrayList<>();

  RunningAverages(LayerContext context, float fraction) {
    this.context = context;
    this.fraction = fraction;
  }

  /** Makes the blobs; to be called in {@code setUp}. */
  void add(int channels) {
    for (Shape shape : List.of(Shape.of(channels), Shape.of(channels), Shape.of(1))) {
      blobs.add(context.statistic(shape, new ConstantFiller(0)));
    }
  }

  /** Returns the sums of means, of variances and of weights. */
  List<Blob> blobs() {
    return Collections.unmodifiableList(blobs);
  }

  /** Returns the number of channels. */
  int channels() {
    return blobs.get(0).count();
  }

  private Tensor means() {
    return blobs.get(0).data();
  }

  private Tensor variances() {
    return blobs.get(1).data();
  }

  private Tensor weight() {
    return blobs.get(2).data();
  }

  /**
   * Takes in what a batch gave.
   *
   * @param count of how many elements each mean and biased variance is
   */
  void update(Statistics batch, int count) {
    double unbiased = count > 1 ? count / (count - 1.0) : 1;
    FloatBuffer means = means().update();
    FloatBuffer variances = variances().update();
    FloatBuffer weight = weight().update();
    for (int i = 0; i < channels(); i++) {
      means.put(i, (float) (fraction * means.get(i) + batch.mean(i)));
      variances.put(i, (float) (fraction * variances.get(i) + unbiased * batch.variance(i)));
    }
    weight.put(0, fraction * weight.get(0) + 1);
  }

  /** Puts the averages in the place of a batch's own; zeros where there are none yet. */
  void putInto(Statistics statistics) {
    FloatBuffer means = means().read();
    FloatBuffer variances = variances().read();
    float sum = weight().read().get(0);
    double factor = sum == 0 ? 0 : 1.0 / sum;
    for (int i = 0; i < channels(); i++) {
      statistics.put(i, means.get(i) * factor, variances.get(i) * factor);
    }
  }
}
