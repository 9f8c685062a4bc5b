package org.cortado.engine.language;

/** Says what is wrong with an expression, in words for whoever wrote it. */
final class ExpressionException extends Exception {

  private static final long serialVersionUID = 1L;

  ExpressionException(String message) {
    super(message);
  }
}
