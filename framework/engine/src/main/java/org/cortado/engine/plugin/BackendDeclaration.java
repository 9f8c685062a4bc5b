package org.cortado.engine.plugin;

import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.backend.BackendFactory.UnavailableException;

/**
 * A backend that a plug-in offers.
 *
 * @param factory opens it
 * @param origin the jar that it comes from
 */
public record BackendDeclaration(BackendFactory factory, Origin origin) {

  /** Returns what there is to say of it. */
  PartDeclaration part() {
    return PartDeclaration.ofBackend(factory, origin);
  }

  /**
   * Opens the backend.
   *
   * @param threads how many threads it may use
   * @throws UnavailableException if it can't run on this machine, whatever it is that it throws
   */
  public Backend open(int threads) throws UnavailableException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(factory.getClass().getClassLoader());
    try {
      return factory.create(threads);
    } catch (LinkageError | RuntimeException e) {
      throw new UnavailableException(Reason.of(e), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Returns what messages call it: {@code 'acme' of acme.jar}. */
  @Override
  public String toString() {
    return "'" + factory.name() + "'" + (origin.isBuiltIn() ? "" : " of " + origin);
  }
}
