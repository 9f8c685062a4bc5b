package org.cortado.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory.UnavailableException;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.plugin.BackendDeclaration;
import org.cortado.engine.plugin.PluginException;
import org.cortado.engine.portable.PortableBackendFactory;

/** The backends at hand, best first. */
final class Backends {

  private final List<BackendDeclaration> backends;
  private final Consumer<String> warnings;

  /**
   * Makes a choice of backends.
   *
   * @param warnings is told of a backend that would have been chosen, but can't run
   */
  Backends(List<BackendDeclaration> backends, Consumer<String> warnings) {
    Comparator<BackendDeclaration> byRank =
        Comparator.comparingInt(backend -> backend.factory().rank());
    this.backends = backends.stream().sorted(byRank.reversed()).toList();
    this.warnings = warnings;
  }

  /** Opens the backend for what looks at nets and computes nothing: it is there, and at once. */
  static Backend openForPlans() {
    return new PortableBackendFactory().create(1);
  }

  /** Opens the best backend that runs on this machine. */
  Backend openBest(int threads) {
    for (BackendDeclaration backend : backends) {
      Optional<Backend> opened = attempt(backend, threads);
      if (opened.isPresent()) {
        return opened.get();
      }
    }
    throw new PluginException("there is no backend that runs on this machine");
  }

  /** Opens all that run on this machine, the plainest first. */
  List<Backend> openAll(int threads) {
    return backends.stream()
        .sorted(Comparator.comparingInt(backend -> backend.factory().rank()))
        .flatMap(backend -> attempt(backend, threads).stream())
        .toList();
  }

  private Optional<Backend> attempt(BackendDeclaration backend, int threads) {
    try {
      return Optional.of(backend.open(threads));
    } catch (UnavailableException e) {
      warnings.accept("warning: " + cant(backend, e) + "; going on without it");
      return Optional.empty();
    }
  }

  /**
   * Opens a backend of the user's choice.
   *
   * @throws UsageException if there is none of that name
   * @throws PluginException if it can't run on this machine
   */
  Backend open(String name, int threads) {
    BackendDeclaration backend =
        backends.stream()
            .filter(each -> each.factory().name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name));
    try {
      return backend.open(threads);
    } catch (UnavailableException e) {
      throw new PluginException(cant(backend, e), e);
    }
  }

  private static String cant(BackendDeclaration backend, UnavailableException reason) {
    return "backend " + backend + " can't run here: " + reason.getMessage();
  }

  private UsageException unknown(String name) {
    List<String> names = backends.stream().map(each -> each.factory().name()).toList();
    return new UsageException(
        "there is no backend '%s'%s (there are %s)"
            .formatted(
                name,
                Spelling.suggestion(name, names),
                names.stream().collect(Collectors.joining(", "))));
  }
}
