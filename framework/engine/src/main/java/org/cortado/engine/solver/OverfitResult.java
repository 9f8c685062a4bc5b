package org.cortado.engine.solver;

import java.util.List;

/**
 * What came of training on one batch.
 *
 * @param learned whether the loss came down to a small part of what it was
 * @param iterations after how many
 * @param firstLoss what it was before the first update
 * @param lastLoss what it was before the last one
 * @param gradients the parameters whose gradients are of no use
 * @param constant the layers that give the same whatever they get
 */
public record OverfitResult(
    boolean learned,
    long iterations,
    double firstLoss,
    double lastLoss,
    List<WeakGradient> gradients,
    List<ConstantOutput> constant) {

  /**
   * A parameter that learns nothing, or next to nothing.
   *
   * @param parameter its key: {@code conv1.0}
   * @param layer the layer that owns it
   * @param part the greatest root mean square that its gradient had, as a part of the greatest of
   *     any parameter; exactly 0 where it never had any
   * @param reason whether the layer runs backward, or why it doesn't
   */
  public record WeakGradient(String parameter, String layer, double part, String reason) {}

  /**
   * A layer with the same number everywhere in a top.
   *
   * @param layer the layer
   * @param blob the top
   * @param value the number
   */
  public record ConstantOutput(String layer, String blob, float value) {}

  /** Copies the lists. */
  public OverfitResult {
    gradients = List.copyOf(gradients);
    constant = List.copyOf(constant);
  }
}
