package org.cortado.engine.solver;

/** Says that a training has left the realm of finite numbers. */
public final class NumbersException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one that names the iteration, the layer and the blob. */
  public NumbersException(String message) {
    super(message);
  }
}
