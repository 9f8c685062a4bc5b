package org.cortado.api.filler;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;

/**
 * Draws each element from {@code N(mean, std²)}, and again where it lies beyond {@code mean ±
 * bounds·std}.
 *
 * <p>TensorFlow's truncated_normal; Torch's trunc_normal_ with bounds counted in deviations. {@code
 * std} is that of the whole normal distribution: at bounds of 2 the values have 0.88 of it.
 */
@TypeName("truncated_normal")
@Help("normal, but never further than some deviations from the mean")
public record TruncatedNormalFiller(
    @Default("0") @Help("the mean") float mean,
    @Default("1") @Range(min = 0) @Help("the standard deviation before truncation") float std,
    @Default("2")
        @Range(above = 0)
        @Help("how many standard deviations from the mean a value may lie")
        float bounds)
    implements Filler {

  /** Below this, more uniform numbers are accepted than normal ones. */
  private static final float NARROW = 1.25f;

  @Override
  public void fill(FloatBuffer values, Shape shape, RandomStream random) {
    for (int i = 0; i < shape.count(); i++) {
      values.put(i, (float) (mean + std * (bounds < NARROW ? narrow(random) : wide(random))));
    }
  }

  private double wide(RandomStream random) {
    double normal;
    do {
      normal = random.nextGaussian();
    } while (Math.abs(normal) > bounds);
    return normal;
  }

  private double narrow(RandomStream random) {
    double uniform;
    do {
      uniform = bounds * (2 * random.nextDouble() - 1);
    } while (random.nextDouble() >= StrictMath.exp(-uniform * uniform / 2));
    return uniform;
  }
}
