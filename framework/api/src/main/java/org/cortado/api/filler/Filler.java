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
   * Refuses shapes that the filler has no values for; most fillers take all.
   *
   * @throws org.cortado.api.InvalidLayerException if the filler can't fill a parameter of this
   *     shape
   */
  default void check(Shape shape) {}

  /**
   * Writes every value of a parameter.
   *
   * @param values as many floats as {@code shape} counts
   * @param shape one that {@link #check} lets pass
   * @param random the parameter's own source, fresh
   */
  void fill(FloatBuffer values, Shape shape, RandomStream random);
}
