package org.cortado.api.backend;

/**
 * Opens a backend.
 *
 * <p>A plug-in offers one by {@link org.cortado.api.LayerModule}; it is made by Guice through its
 * one {@code @Inject} constructor, which may ask for the plug-in's own services. A line of {@link
 * org.cortado.api.option.Help} on it says what the backend is.
 */
public interface BackendFactory {

  /** Returns the name by which users choose the backend: {@code vendor:name}. */
  String name();

  /**
   * Returns the rank: of Cortado's own that load, the one with the highest is the default. That of
   * a plug-in's is without effect: it computes only where a user asks for it by name.
   */
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
