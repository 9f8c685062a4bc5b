package org.cortado.api;

/**
 * Says that a computation has left the realm of finite numbers: neither the files nor the data are
 * at fault, but what was made of them.
 */
public final class NumbersException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one that names where the number was found. */
  public NumbersException(String message) {
    super(message);
  }

  /** Makes one with the fault that it was noticed by. */
  public NumbersException(String message, Throwable cause) {
    super(message, cause);
  }
}
