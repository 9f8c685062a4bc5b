package org.cortado.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.backend.BackendFactory.UnavailableException;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.plugin.PluginException;

/** The backends at hand, best first. */
final class Backends {

  private final List<BackendFactory> factories;
  private final Consumer<String> warnings;

  /**
   * Makes a choice of backends.
   *
   * @param warnings is told of a backend that would have been chosen, but can't run
   */
  Backends(List<BackendFactory> factories, Consumer<String> warnings) {
    this.factories =
        factories.stream()
            .sorted(Comparator.comparingInt(BackendFactory::rank).reversed())
            .toList();
    this.warnings = warnings;
  }

  /** Opens the backend for what looks at nets and computes nothing: it is there, and at once. */
  static Backend openForPlans() {
    return ofClassPath(warning -> {}).open("portable", 1);
  }

  /** Returns those that the class path offers. */
  static Backends ofClassPath(Consumer<String> warnings) {
    List<BackendFactory> factories = new ArrayList<>();
    ServiceLoader.load(BackendFactory.class, Backends.class.getClassLoader())
        .forEach(factories::add);
    return new Backends(factories, warnings);
  }

  /** Opens the best backend that runs on this machine. */
  Backend openBest(int threads) {
    for (BackendFactory factory : factories) {
      Optional<Backend> backend = attempt(factory, threads);
      if (backend.isPresent()) {
        return backend.get();
      }
    }
    throw new PluginException("there is no backend that runs on this machine");
  }

  /** Opens all that run on this machine, the plainest first. */
  List<Backend> openAll(int threads) {
    return factories.stream()
        .sorted(Comparator.comparingInt(BackendFactory::rank))
        .flatMap(factory -> attempt(factory, threads).stream())
        .toList();
  }

  private Optional<Backend> attempt(BackendFactory factory, int threads) {
    try {
      return Optional.of(create(factory, threads));
    } catch (UnavailableException e) {
      warnings.accept("warning: " + cant(factory, e) + "; going on without it");
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
    BackendFactory factory =
        factories.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name));
    try {
      return create(factory, threads);
    } catch (UnavailableException e) {
      throw new PluginException(cant(factory, e), e);
    }
  }

  /** A native library that won't load shows as a fault of linking. */
  private static Backend create(BackendFactory factory, int threads) throws UnavailableException {
    try {
      return factory.create(threads);
    } catch (LinkageError e) {
      throw new UnavailableException(e.toString(), e);
    }
  }

  private static String cant(BackendFactory factory, UnavailableException reason) {
    return "backend '" + factory.name() + "' can't run here: " + reason.getMessage();
  }

  private UsageException unknown(String name) {
    List<String> names = factories.stream().map(BackendFactory::name).toList();
    return new UsageException(
        "there is no backend '%s'%s (there are %s)"
            .formatted(
                name,
                Spelling.suggestion(name, names),
                names.stream().collect(Collectors.joining(", "))));
  }
}
