package org.cortado.nets;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.backend.BackendFactory.UnavailableException;

/** Opens the backend that a command would choose. */
final class BestBackend {

  private BestBackend() {}

  static Backend open(int threads) {
    List<BackendFactory> factories =
        ServiceLoader.load(BackendFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparingInt(BackendFactory::rank).reversed())
            .toList();
    for (BackendFactory factory : factories) {
      try {
        return factory.create(threads);
      } catch (UnavailableException unavailable) {
        // As a command does, go on with the next.
      }
    }
    throw new AssertionError("no backend runs here: " + factories);
  }
}
