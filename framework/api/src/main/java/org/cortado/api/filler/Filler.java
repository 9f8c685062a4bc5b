package org.cortado.api.filler;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Shape;
import org.cortado.api.random.RandomStream;

/**
 * Gives a parameter its first values.
 *
 * <p>A filler is a record of its options that bears {@link org.cortado.api.option.TypeName}.
 */
public interface Filler {

  /**
   * Writes every value of a parameter.
   *
   * @param values as many floats as {@code shape} counts
   * @param random the parameter's own source, fresh
   */
  void fill(FloatBuffer values, Shape shape, RandomStream random);
}
