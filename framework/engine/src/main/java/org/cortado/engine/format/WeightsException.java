package org.cortado.engine.format;

/** Says that a file of weights can't be read, or doesn't go with the net. */
public final class WeightsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one that names the file and every fault found. */
  public WeightsException(String message) {
    super(message);
  }

  /** Makes one with the fault that it was noticed by. */
  public WeightsException(String message, Throwable cause) {
    super(message, cause);
  }
}
