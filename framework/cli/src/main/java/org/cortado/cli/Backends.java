package org.cortado.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory.UnavailableException;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.plugin.BackendDeclaration;
import org.cortado.engine.plugin.PluginException;
import org.cortado.engine.portable.PortableBackendFactory;

/**
 * The backends at hand, best first. One of a jar's is opened only if it is asked for: what computes
 * must not change because a jar was laid somewhere.
 */
final class Backends {

  private final List<BackendDeclaration> backends;
  private final Function<String, Optional<String>> clashes;
  private final List<PluginException> failures;
  private final Consumer<String> warnings;

  /**
   * Makes a choice of backends.
   *
   * @param clashes says of a name why it stands for none although it is offered, if that is so
   * @param failures of jars that didn't load, which may offer others
   * @param warnings is told of a backend that would have been chosen, but can't run
   */
  Backends(
      List<BackendDeclaration> backends,
      Function<String, Optional<String>> clashes,
      List<PluginException> failures,
      Consumer<String> warnings) {
    Comparator<BackendDeclaration> byRank = Comparator.comparingInt(BackendDeclaration::rank);
    this.backends = backends.stream().sorted(byRank.reversed()).toList();
    this.clashes = clashes;
    this.failures = failures;
    this.warnings = warnings;
  }

  /** Opens the backend for what looks at nets and computes nothing: it is there, and at once. */
  static Backend openForPlans() {
    return new PortableBackendFactory().create(1);
  }

  /** Opens the best of Cortado's own backends that runs on this machine. */
  Backend openBest(int threads) {
    for (BackendDeclaration backend : builtIn()) {
      Optional<Backend> opened = attempt(backend, threads);
      if (opened.isPresent()) {
        return opened.get();
      }
    }
    throw new PluginException("there is no backend that runs on this machine");
  }

  /** Opens all of Cortado's own that run on this machine, the plainest first. */
  List<Backend> openAll(int threads) {
    return builtIn().stream()
        .sorted(Comparator.comparingInt(BackendDeclaration::rank))
        .flatMap(backend -> attempt(backend, threads).stream())
        .toList();
  }

  private List<BackendDeclaration> builtIn() {
    return backends.stream().filter(each -> each.origin().isBuiltIn()).toList();
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
   * @throws PluginException if it can't run on this machine, its jar may not have loaded, or
   *     another claims the name
   */
  Backend open(String name, int threads) {
    BackendDeclaration backend =
        backends.stream()
            .filter(each -> each.name().equals(name))
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

  private RuntimeException unknown(String name) {
    return clashes
        .apply(name)
        .<RuntimeException>map(PluginException::new)
        .orElseGet(() -> missing(name));
  }

  /** It may be that of a jar that didn't load. */
  private RuntimeException missing(String name) {
    List<String> names = backends.stream().map(BackendDeclaration::name).toList();
    String message =
        "there is no backend '%s'%s (there are %s)"
            .formatted(name, Spelling.suggestion(name, names), String.join(", ", names));
    return failures.isEmpty()
        ? new UsageException(message)
        : new PluginException(message + "; not loaded: " + failures());
  }

  private String failures() {
    return failures.stream().map(PluginException::getMessage).collect(Collectors.joining("; "));
  }
}
