package org.cortado.engine.net;

/** Whether a layer has a part in the backward sweep, and why. */
public enum LayerGradient {
  /** It has. */
  RUNS("a loss at it or above asks for it, and it or something below learns"),
  /** Nobody would use what it computes. */
  NOT_WANTED("neither it nor anything below learns or asks for a gradient"),
  /** It would have nothing to start from. */
  NOT_FED("no loss at it or above asks for it"),
  /** It can't. */
  NOT_DIFFERENTIABLE("its type has no backward pass");

  private final String reason;

  LayerGradient(String reason) {
    this.reason = reason;
  }

  /** Returns whether it has. */
  public boolean runs() {
    return this == RUNS;
  }

  /** Returns why, in words. */
  public String reason() {
    return reason;
  }
}
