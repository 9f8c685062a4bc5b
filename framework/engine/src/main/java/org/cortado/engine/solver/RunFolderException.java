package org.cortado.engine.solver;

/** Says that a run can't be kept in the folder that was asked for. */
public final class RunFolderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one that names the folder and the way out. */
  public RunFolderException(String message) {
    super(message);
  }

  /** Makes one with the fault that it was noticed by. */
  public RunFolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
