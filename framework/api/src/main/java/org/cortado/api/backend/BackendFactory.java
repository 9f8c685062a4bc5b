package org.cortado.api.backend;

/** Offers a backend; found by {@link java.util.ServiceLoader}. */
public interface BackendFactory {

  /** Returns the name by which users choose the backend. */
  String name();

  /** Returns the rank: of those that load, the one with the highest is the default. */
  int rank();

  /**
   * Makes the backend.
   *
   * @param threads how many threads it may use, at least 1
   * @throws UnavailableException if it can't run on this machine
   */
  Backend create(int threads) throws UnavailableException;

  /** Says why a backend can't run here. */
  final class UnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Makes one with the reason and the fault it was noticed by. */
    public UnavailableException(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
