package org.cortado.api.filler;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;

/**
 * Draws each element from {@code N(0, 2/n)}, {@code n} being the connections that {@code
 * variance_norm} counts: for layers that a ReLU follows.
 *
 * <p>He, Zhang, Ren and Sun 2015, in Caffe's form.
 */
@TypeName("msra")
@Help("normal with variance 2/n, n being the connections")
public record MsraFiller(
    @Default("fan_in") @Help("which connections n counts") VarianceNorm varianceNorm)
    implements Filler {

  @Override
  public void fill(FloatBuffer values, Shape shape, RandomStream random) {
    float std = (float) Math.sqrt(2 / varianceNorm.connections(shape));
    new GaussianFiller(0, std, -1).fill(values, shape, random);
  }
}
