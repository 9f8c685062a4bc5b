package org.cortado.api;

/** Says that data are missing, unreadable or not what their format promises. */
public final class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one that names the file, what was expected of it and what was found. */
  public DataException(String message) {
    super(message);
  }

  /** Makes one with the fault that it was noticed by. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
