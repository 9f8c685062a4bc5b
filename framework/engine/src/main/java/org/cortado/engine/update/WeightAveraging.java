package org.cortado.engine.update;

/**
 * Says how weights are averaged over a training.
 *
 * <p>An averaging is a record of its options that bears {@link org.cortado.api.option.TypeName}.
 */
public interface WeightAveraging {

  /**
   * Returns what part of the average the weights of now become: {@code average ← average + share ·
   * (weights − average)}. 0 leaves the average as it is, 1 begins it anew.
   *
   * @param iteration how many iterations have been done
   * @param count how many weights the average has seen before; if none, any part is the whole
   */
  double share(long iteration, long count);
}
