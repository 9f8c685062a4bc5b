package org.cortado.engine.plugin;

/** Says that the code of a part of a layer failed: which part, in which jar, on which shapes. */
public final class PartFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one around the part's own exception. */
  PartFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
