package org.cortado.engine.portable;

import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;

/** Offers the {@link PortableBackend}, which runs everywhere and yields to any other. */
public final class PortableBackendFactory implements BackendFactory {

  @Override
  public String name() {
    return PortableBackend.NAME;
  }

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public Backend create(int threads) {
    return new PortableBackend(threads);
  }
}
