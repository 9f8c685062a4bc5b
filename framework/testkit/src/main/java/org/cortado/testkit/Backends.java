package org.cortado.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory.UnavailableException;
import org.cortado.engine.plugin.BackendDeclaration;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.portable.PortableBackendFactory;

/** The backends of the class path that run on this machine, made once and never closed. */
final class Backends {

  private static final int THREADS = 2;
  private static final Backend PORTABLE = new PortableBackendFactory().create(THREADS);

  /** The backends of the class path, found when a test first wants them. */
  private static final class All {
    private static final List<Backend> ALL = load();
  }

  private Backends() {}

  private static List<Backend> load() {
    List<Backend> backends = new ArrayList<>(List.of(PORTABLE));
    LayerCatalogue.load().backends().stream()
        .filter(backend -> !backend.name().equals(PORTABLE.name()))
        .sorted(Comparator.comparingInt(BackendDeclaration::rank))
        .forEach(backend -> addIfAvailable(backend, backends));
    return List.copyOf(backends);
  }

  private static void addIfAvailable(BackendDeclaration backend, List<Backend> backends) {
    try {
      backends.add(backend.open(THREADS));
    } catch (UnavailableException notHere) {
      // Its own tests say so; a layer is proved on what there is.
    }
  }

  /** Returns all, the reference first. */
  static List<Backend> all() {
    return All.ALL;
  }

  /** Returns the reference. */
  static Backend portable() {
    return PORTABLE;
  }
}
