package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortado.api.DataException;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problem;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.RecordReader;
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

  private Net build(NetDefinition definition, NetSettings settings, Optional<Net> owner) {
    Problems problems = new Problems();
    Problems dataProblems = new Problems();
    Construction construction =
        new Construction(definition, settings, owner, problems, dataProblems);
    try {
      problems.throwIfAny();
      throwIfAny(dataProblems);
    } catch (RuntimeException e) {
      construction.net.close();
      throw e;
    }
    construction.parameters.fill();
    return construction.net;
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
    new Construction(definition, settings, Optional.empty(), problems, dataProblems).net.close();
  }

  /** One run through the stages. */
  private final class Construction {

    private final Problems problems;
    private final NetSettings settings;
    private final ParameterTable parameters;
    private final Assembly assembly;
    private final Net net;

    Construction(
        NetDefinition definition,
        NetSettings settings,
        Optional<Net> owner,
        Problems problems,
        Problems dataProblems) {
      this.problems = problems;
      this.settings = settings;
      RecordReader reader = new RecordReader(catalogue.variants(), settings.dataFolder());
      List<WiredLayer> ordered = order(definition, reader);
      NetMemory memory = new NetMemory(backend.memory());
      Net.Sweep sweep = new Net.Sweep(memory);
      RandomKeys keys = new RandomKeys(settings.seed(), sweep::iteration);
      parameters = new ParameterTable(reader, problems, owner);
      assembly = new Assembly(settings, backend, memory, keys, parameters, problems, dataProblems);
      new SplitInsertion(catalogue, reader, problems).insert(ordered).forEach(assembly::add);
      GradientPlan plan = plan(definition);
      new InPlaceRule(ordered, byName(), problems).apply();
      net =
          new Net(
              definition.name(),
              settings.phase(),
              assembly.layers(),
              assembly.blobs(),
              outputs(ordered),
              parameters.parameters(),
              unwritten(plan),
              sweep);
    }

    private List<WiredLayer> order(NetDefinition definition, RecordReader reader) {
      LayerResolution resolution = new LayerResolution(catalogue, reader, problems);
      List<ResolvedLayer> resolved = resolution.resolve(definition, settings.phase());
      Wiring wiring = new Wiring(resolved, topsOfOtherPhase(definition), problems);
      return LayerOrder.sort(wiring.wire(), problems);
    }

    private Set<String> topsOfOtherPhase(NetDefinition definition) {
      Phase other = settings.phase() == Phase.TRAIN ? Phase.TEST : Phase.TRAIN;
      return definition.layers().stream()
          .filter(layer -> layer.phase().equals(Optional.of(other)))
          .flatMap(layer -> layer.tops().stream())
          .map(BlobName::name)
          .collect(Collectors.toSet());
    }

    private GradientPlan plan(NetDefinition definition) {
      GradientPlan plan =
          new GradientPlan(
              assembly.layers(),
              parameters.learning(),
              settings.gradientRoots(),
              settings.forceBackward() || definition.forceBackward());
      plan.decide(problems);
      return plan;
    }

    private Map<String, NetLayer> byName() {
      Map<String, NetLayer> byName = new HashMap<>();
      assembly.layers().forEach(layer -> byName.put(layer.name(), layer));
      return byName;
    }

    private Map<String, Blob> outputs(List<WiredLayer> ordered) {
      Set<Version> read = new HashSet<>();
      ordered.forEach(layer -> read.addAll(layer.bottoms()));
      Map<String, Blob> outputs = new LinkedHashMap<>();
      for (WiredLayer layer : ordered) {
        for (Version top : layer.tops()) {
          Blob blob = assembly.blobs().get(top.blob());
          if (blob != null && !read.contains(top)) {
            outputs.put(top.blob(), blob);
          }
        }
      }
      return outputs;
    }

    private List<Tensor> unwritten(GradientPlan plan) {
      List<Tensor> unwritten = new ArrayList<>();
      for (NetLayer layer : assembly.layers()) {
        for (int top = 0; top < layer.tops().size(); top++) {
          if (plan.mustBeCleared(layer, top)) {
            unwritten.add(layer.tops().get(top).diff());
          }
        }
      }
      return unwritten;
    }
  }
}
