package org.cortado.api.filler;

import java.nio.FloatBuffer;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;

/** Draws each element uniformly from {@code [min, max]}. */
@TypeName("uniform")
@Help("uniform between min and max")
public record UniformFiller(
    @Default("0") @Help("the least value") float min,
    @Default("1") @Help("the greatest value") float max)
    implements Filler {

  /** Refuses an empty range. */
  public UniformFiller {
    if (min > max) {
      throw new InvalidLayerException("min " + min + " is greater than max " + max);
    }
  }

  @Override
  public void fill(FloatBuffer values, Shape shape, RandomStream random) {
    for (int i = 0; i < shape.count(); i++) {
      values.put(i, min + (max - min) * random.nextFloat());
    }
  }
}
