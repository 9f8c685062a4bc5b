package org.cortado.engine.update;

import java.util.Optional;

/**
 * How long gradients may be. Values are clipped first, and the norm is that of the clipped values.
 *
 * @param norm the greatest L2 norm of the gradient of all parameters that learn
 * @param value the greatest amount of each element
 * @param sums whether what is clipped is the sum over {@code iter_size} passes, as in Caffe, rather
 *     than their mean
 */
public record Clipping(Optional<Double> norm, Optional<Double> value, boolean sums) {

  /** Gradients of any length. */
  public static final Clipping NONE = new Clipping(Optional.empty(), Optional.empty(), false);
}
