package org.cortado.engine.plugin;

import java.util.Objects;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.backend.BackendFactory.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * A backend that a plug-in offers.
 *
 * @param factory opens it
 * @param name what it is asked for by
 * @param rank the highest that runs is chosen where none is asked for
 * @param origin the jar that it comes from
 */
public record BackendDeclaration(BackendFactory factory, String name, int rank, Origin origin) {

  /**
   * Asks a factory for its name and rank, which is done but once: it may be a plug-in's.
   *
   * @throws PluginException if nobody can ask for a backend of that name
   */
  public BackendDeclaration(BackendFactory factory, Origin origin) {
    this(factory, name(factory, origin), factory.rank(), origin);
  }

  private static String name(BackendFactory factory, Origin origin) {
    @Nullable String name = factory.name();
    if (name == null || name.isBlank()) {
      throw new PluginException(
          "%s: backend %s must have a name, but name() returns %s"
              .formatted(
                  origin, factory.getClass().getName(), name == null ? "null" : "'" + name + "'"));
    }
    return name;
  }

  /** Returns what there is to say of it. */
  PartDeclaration part() {
    return PartDeclaration.ofBackend(this);
  }

  /**
   * Opens the backend.
   *
   * @param threads how many threads it may use
   * @throws UnavailableException if it can't run on this machine, whatever it is that it throws
   */
  public Backend open(int threads) throws UnavailableException {
    ClassLoader loader = factory.getClass().getClassLoader();
    try {
      Backend opened =
          Objects.requireNonNull(
              ContextLoader.call(loader, () -> factory.create(threads)), "create returns null");
      return origin.isBuiltIn() ? opened : new PluginBackend(opened);
    } catch (UnavailableException | OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) { // A plug-in's code may throw anything.
      throw new UnavailableException("create failed: " + Reason.of(e, loader), e);
    }
  }

  /** Returns what messages call it: {@code 'acme' of acme.jar}. */
  @Override
  public String toString() {
    return "'" + name + "'" + (origin.isBuiltIn() ? "" : " of " + origin);
  }
}
