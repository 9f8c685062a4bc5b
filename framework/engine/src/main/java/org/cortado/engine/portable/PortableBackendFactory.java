package org.cortado.engine.portable;

import com.google.inject.Inject;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.option.Help;

/** Offers the {@link PortableBackend}, which runs everywhere and yields to any other. */
@Help("plain Java, which runs everywhere")
public final class PortableBackendFactory implements BackendFactory {

  /** Makes one. */
  @Inject
  public PortableBackendFactory() {}

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
