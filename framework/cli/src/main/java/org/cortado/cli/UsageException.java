package org.cortado.cli;

/** Says what is wrong with a command line, where that shows only once its files are read. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
