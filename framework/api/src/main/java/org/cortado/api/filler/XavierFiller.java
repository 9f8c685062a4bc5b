package org.cortado.api.filler;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;

/**
 * Draws each element uniformly from {@code [-a, a]} with {@code a = √(3/n)}, {@code n} being the
 * connections that {@code variance_norm} counts.
 *
 * <p>Glorot and Bengio 2010, in Caffe's form: the variance is {@code 1/n}.
 */
@TypeName("xavier")
@Help("uniform with variance 1/n, n being the connections")
public record XavierFiller(
    @Default("fan_in") @Help("which connections n counts") VarianceNorm varianceNorm)
    implements Filler {

  @Override
  public void fill(FloatBuffer values, Shape shape, RandomStream random) {
    float limit = (float) Math.sqrt(3 / varianceNorm.connections(shape));
    new UniformFiller(-limit, limit).fill(values, shape, random);
  }
}
