package org.cortado.nets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory.UnavailableException;
import org.cortado.engine.plugin.BackendDeclaration;
import org.cortado.engine.plugin.LayerCatalogue;

/** Opens the backend that a command would choose. */
final class BestBackend {

  private BestBackend() {}

  static Backend open(int threads) {
    List<BackendDeclaration> backends = new ArrayList<>(LayerCatalogue.load().backends());
    Comparator<BackendDeclaration> byRank = Comparator.comparingInt(BackendDeclaration::rank);
    backends.sort(byRank.reversed());
    for (BackendDeclaration backend : backends) {
      try {
        return backend.open(threads);
      } catch (UnavailableException unavailable) {
        // As a command does, go on with the next.
      }
    }
    throw new AssertionError("no backend runs here: " + backends);
  }
}
