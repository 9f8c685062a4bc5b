package org.cortado.api;

/**
 * Says that a net file asks of a layer what it can't do.
 *
 * <p>Thrown by the compact constructor of an options record, by {@link Layer#setUp setUp} and by
 * {@link Layer#reshape reshape}. The message states the fact in one sentence, with what was found
 * and what would be right; the framework puts the file, the line and the layer in front.
 */
public final class InvalidLayerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one with the fact alone. */
  public InvalidLayerException(String message) {
    super(message);
  }
}
