package org.cortado.engine.net;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cortado.api.DataException;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problem;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.plugin.LayerCatalogue;

/** Turns definitions into nets. */
public final class NetFactory {

  private final LayerCatalogue catalogue;
  private final Backend backend;

  /** Makes a factory for nets of these layers that compute on this backend. */
  public NetFactory(LayerCatalogue catalogue, Backend backend) {
    this.catalogue = catalogue;
    this.backend = backend;
  }

  /**
   * Builds a net and gives its parameters their first values.
   *
   * @throws org.cortado.engine.definition.DefinitionException with all that is wrong with it
   * @throws DataException if nothing is wrong but that data are missing or unreadable
   */
  public Net build(NetDefinition definition, NetSettings settings) {
    return build(definition, settings, Optional.empty());
  }

  /**
   * Builds a net that uses the parameters of another wherever layers have the same name.
   *
   * <p>The owner must outlive it.
   */
  public Net buildSharing(NetDefinition definition, NetSettings settings, Net owner) {
    return build(definition, settings, Optional.of(owner));
  }

  /**
   * Builds a net whose parameters have no values yet, to be looked at: its layers, shapes and
   * gradients are known, and no memory is touched for any blob.
   *
   * @throws org.cortado.engine.definition.DefinitionException with all that is wrong with it
   * @throws DataException if nothing is wrong but that data are missing or unreadable
   */
  public Net plan(NetDefinition definition, NetSettings settings) {
    return build(definition, settings, Optional.empty(), construction -> {});
  }

  /**
   * Returns what the blobs of a net stand on where they share memory; touches none for any of them.
   *
   * @throws org.cortado.engine.definition.DefinitionException with all that is wrong with the net
   * @throws DataException if nothing is wrong but that data are missing or unreadable
   */
  public MemoryReport planMemory(NetDefinition definition, NetSettings settings) {
    Problems problems = new Problems();
    Problems dataProblems = new Problems();
    try (Construction construction =
        new Construction(catalogue, backend, settings, Optional.empty(), problems, dataProblems)) {
      Net net = construction.construct(definition);
      problems.throwIfAny();
      throwIfAny(dataProblems);
      return construction.reportMemory(definition, net);
    }
  }

  private Net build(NetDefinition definition, NetSettings settings, Optional<Net> owner) {
    return build(definition, settings, owner, Construction::fill);
  }

  private Net build(
      NetDefinition definition,
      NetSettings settings,
      Optional<Net> owner,
      Consumer<Construction> finish) {
    Problems problems = new Problems();
    Problems dataProblems = new Problems();
    Construction construction =
        new Construction(catalogue, backend, settings, owner, problems, dataProblems);
    try {
      Net net = construction.construct(definition);
      problems.throwIfAny();
      throwIfAny(dataProblems);
      finish.accept(construction);
      return net;
    } catch (RuntimeException | Error e) {
      construction.close();
      throw e;
    }
  }

  private static void throwIfAny(Problems dataProblems) {
    if (!dataProblems.isEmpty()) {
      throw new DataException(
          dataProblems.sorted().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
  }

  /**
   * Finds all that is wrong with a net without running it or touching memory for its blobs.
   *
   * @param problems what is added to: mistakes of the file
   * @param dataProblems what is added to: data that are missing or unreadable
   */
  public void check(
      NetDefinition definition, NetSettings settings, Problems problems, Problems dataProblems) {
    try (Construction construction =
        new Construction(catalogue, backend, settings, Optional.empty(), problems, dataProblems)) {
      construction.construct(definition);
    }
  }
}
