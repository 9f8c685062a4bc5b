package org.cortado.api.filler;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;

/**
 * Draws each element from {@code N(mean, std²)}.
 *
 * <p>With {@code sparse} at least 0 an element keeps its value with probability {@code sparse /
 * shape[0]} and is 0 otherwise, so that each output has about that many inputs (Caffe).
 */
@TypeName("gaussian")
@Help("normal with a mean and a standard deviation")
public record GaussianFiller(
    @Default("0") @Help("the mean") float mean,
    @Default("1") @Range(min = 0) @Help("the standard deviation") float std,
    @Default("-1")
        @Range(min = -1)
        @Help("how many values other than 0 an output has on average; -1 for all")
        int sparse)
    implements Filler {

  @Override
  public void fill(FloatBuffer values, Shape shape, RandomStream random) {
    double kept = sparse < 0 || shape.axes() == 0 ? 1 : (double) sparse / shape.dim(0);
    for (int i = 0; i < shape.count(); i++) {
      float value = (float) (mean + std * random.nextGaussian());
      values.put(i, kept >= 1 || random.nextDouble() < kept ? value : 0);
    }
  }
}
