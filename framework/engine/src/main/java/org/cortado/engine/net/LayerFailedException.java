package org.cortado.engine.net;

/** Says that a layer's code failed in a sweep: which layer, in which pass, on which shapes. */
public final class LayerFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one around the layer's own exception. */
  public LayerFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
