package org.cortado.engine.net;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.PartFactory;

/**
 * One run through the stages, from a definition to a net.
 *
 * <p>Owns the layers and the memory until somebody takes the net; {@link #close} gives up both.
 */
final class Construction implements AutoCloseable {

  private final LayerCatalogue catalogue;
  private final NetSettings settings;
  private final Problems problems;
  private final Problems dataProblems;
  private final RecordReader reader;
  private final NetMemory memory;
  private final Net.Sweep sweep;
  private final ParameterTable parameters;
  private final Assembly assembly;

  Construction(
      LayerCatalogue catalogue,
      Backend backend,
      NetSettings settings,
      Optional<Net> owner,
      Problems problems,
      Problems dataProblems) {
    this.catalogue = catalogue;
    this.settings = settings;
    this.problems = problems;
    this.dataProblems = dataProblems;
    reader = new RecordReader(catalogue.variants(), settings.dataFolder());
    memory = new NetMemory(backend.memory());
    sweep = new Net.Sweep(memory);
    parameters = new ParameterTable(reader, problems, owner);
    RandomKeys keys = new RandomKeys(settings.seed(), sweep::iteration);
    PartFactory parts = new PartFactory(catalogue, reader, backend);
    assembly =
        new Assembly(settings, backend, memory, keys, parts, parameters, problems, dataProblems);
  }

  /** Returns the net, as far as it could be built where there are problems. */
  Net construct(NetDefinition definition) {
    List<WiredLayer> ordered = order(definition);
    new SplitInsertion(catalogue, reader, problems).insert(ordered).forEach(assembly::add);
    parameters.checkSharers();
    tuneParameters();
    planGradients(definition);
    boolean gradientsWanted = wantsGradients(definition);
    new InPlaceRule(ordered, byName(), gradientsWanted, problems).apply();
    Map<String, Blob> outputs = outputs(ordered);
    if (settings.sharesMemory() && problems.isEmpty() && dataProblems.isEmpty()) {
      planMemory(true, outputs.keySet(), gradientsWanted).apply(memory);
    }
    sweep.add(assembly.carried());
    return new Net(
        definition.name(),
        settings.phase(),
        assembly.layers(),
        assembly.blobs(),
        outputs,
        parameters.parameters(),
        sweep);
  }

  /** Gives the parameters their first values. */
  void fill() {
    parameters.fill();
  }

  @Override
  public void close() {
    Net.close(assembly.layers(), memory);
  }

  private List<WiredLayer> order(NetDefinition definition) {
    LayerResolution resolution = new LayerResolution(catalogue, reader, problems);
    List<ResolvedLayer> resolved = resolution.resolve(definition, settings.state());
    Wiring wiring = new Wiring(resolved, topsOfOtherPhase(definition), problems);
    return LayerOrder.sort(wiring.wire(), problems);
  }

  private Set<String> topsOfOtherPhase(NetDefinition definition) {
    Phase other = settings.phase() == Phase.TRAIN ? Phase.TEST : Phase.TRAIN;
    return definition.layers().stream()
        .filter(layer -> layer.isOnlyFor(other))
        .flatMap(layer -> layer.tops().stream())
        .map(BlobName::name)
        .collect(Collectors.toSet());
  }

  /** What is there in another phase alone is no fault of a rule for training. */
  private void tuneParameters() {
    ParameterTuning tuning = new ParameterTuning(settings.rules());
    if (settings.phase() == Phase.TRAIN && problems.isEmpty() && dataProblems.isEmpty()) {
      tuning.check(parameters.parameters(), problems);
    }
    parameters.tune(tuning);
  }

  private void planGradients(NetDefinition definition) {
    new GradientPlan(
            assembly.layers(),
            parameters.learning(),
            settings.gradientRoots(),
            forcesBackward(definition))
        .decide(problems);
  }

  private boolean forcesBackward(NetDefinition definition) {
    return settings.forceBackward() || definition.forceBackward();
  }

  /** A test measures a loss without its gradient, unless the caller asks for one. */
  private boolean wantsGradients(NetDefinition definition) {
    return settings.phase() == Phase.TRAIN
        || forcesBackward(definition)
        || !settings.gradientRoots().isEmpty();
  }

  /** Returns what the blobs of a net that was constructed would stand on if they shared memory. */
  MemoryReport reportMemory(NetDefinition definition, Net net) {
    Set<String> outputs = net.outputs().keySet();
    boolean gradientsWanted = wantsGradients(definition);
    return new MemoryAccount(net.layers(), planMemory(true, outputs, gradientsWanted))
        .report(assembly.blobs(), planMemory(false, outputs, gradientsWanted));
  }

  private MemoryPlan planMemory(boolean inPlace, Set<String> outputs, boolean gradientsWanted) {
    List<NetLayer> layers = assembly.layers();
    Set<Version> lookedAt = lookedAt(outputs);
    return new MemoryPlan(
        layers,
        inPlace ? inPlace(lookedAt, gradientsWanted) : Set.of(),
        lookedAt.stream().map(assembly::blob).collect(Collectors.toSet()),
        gradientsWanted);
  }

  private Set<NetLayer> inPlace(Set<Version> lookedAt, boolean gradientsWanted) {
    List<NetLayer> layers = assembly.layers();
    List<WiredLayer> wired = layers.stream().map(NetLayer::wired).toList();
    InPlaceRule rule = new InPlaceRule(wired, byName(), gradientsWanted, problems);
    return new InPlaceChoice(layers, lookedAt, rule).choose();
  }

  /** Returns what of a net's outputs and of the blobs whose diff the caller writes is where. */
  private Set<Version> lookedAt(Set<String> outputs) {
    return assembly.layers().stream()
        .flatMap(layer -> layer.wired().tops().stream())
        .filter(top -> !top.isBranch())
        .filter(
            top -> outputs.contains(top.blob()) || settings.gradientRoots().contains(top.blob()))
        .collect(Collectors.toSet());
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
}
