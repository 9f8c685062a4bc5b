package org.cortado.api.update;

import java.util.List;

/**
 * Says how a gradient changes weights: the {@code type} of a solver file.
 *
 * <p>A rule is a record of its options that bears {@link org.cortado.api.option.TypeName}, and
 * keeps nothing else. What it remembers of each weight stands in histories, which begin at 0.
 *
 * <p>In the formulas of the rules {@code w} are weights, {@code g} their gradient with decay and
 * clipping done, {@code rate} the learning rate times {@code lr_mult}, and {@code t} the number of
 * the step, from 1.
 */
public interface UpdateRule {

  /** Returns the names of the histories, one number a weight each: {@code mean}, {@code square}. */
  List<String> histories();

  /** Returns what computes the rule for one updater. */
  Update newUpdate();

  /** Returns whether decay always acts on the weights themselves, and never on their gradient. */
  default boolean decouplesDecay() {
    return false;
  }

  /**
   * Returns whether the rate of a parameter depends on norms: {@link #rateFactor} is asked then.
   */
  default boolean readsNorms() {
    return false;
  }

  /**
   * Returns what the rate of a parameter is multiplied by.
   *
   * @param weights the L2 norm of its weights
   * @param gradient the L2 norm of its gradient, clipped but without decay
   * @param decay how strongly the gradient will be decayed
   */
  default double rateFactor(double weights, double gradient, double decay) {
    return 1;
  }
}
