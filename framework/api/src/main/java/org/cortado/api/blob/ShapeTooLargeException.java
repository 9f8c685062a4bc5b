package org.cortado.api.blob;

/** Says that a shape has more elements than can be counted. */
public final class ShapeTooLargeException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Makes one that names the shape. */
  public ShapeTooLargeException(String message) {
    super(message);
  }
}
