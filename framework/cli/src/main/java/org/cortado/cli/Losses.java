package org.cortado.cli;

import org.cortado.engine.net.Net;

/** Whether a net can learn. */
final class Losses {

  private Losses() {}

  /**
   * Refuses a net that has nothing to learn from.
   *
   * @throws UsageException if it has no loss
   */
  static void require(Net net) {
    if (!net.hasLoss()) {
      throw new UsageException(
          "net '%s' has no loss in the train phase, so that nothing can be learned"
              .formatted(net.name()));
    }
  }
}
