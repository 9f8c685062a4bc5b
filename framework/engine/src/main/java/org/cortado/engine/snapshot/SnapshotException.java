package org.cortado.engine.snapshot;

/** Says that a snapshot is damaged, or doesn't go with the training that is to go on from it. */
public final class SnapshotException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one that says what is wrong. */
  public SnapshotException(String message) {
    super(message);
  }

  /** Makes one with the fault that it was noticed by. */
  public SnapshotException(String message, Throwable cause) {
    super(message, cause);
  }
}
