package org.cortado.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.OptionDescription;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.YamlReader;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.solver.RunFolder;
import org.cortado.engine.solver.SolverDefinition;
import org.cortado.engine.solver.TrainingFiles;

/**
 * A net as a command line gives it: by its own file, or by that of a solver.
 *
 * @param net the definition
 * @param flat the same as a tree of nothing but plain layers
 * @param settings what to build it for in each phase, which a solver may say, too
 * @param solver what the solver's file says, if the net was given by one
 */
record NetSource(
    NetDefinition net,
    Node flat,
    Map<Phase, NetSettings> settings,
    Optional<SolverDefinition> solver) {

  private static final String LAYERS = "layers";

  /** Copies the map. */
  NetSource {
    settings = Map.copyOf(settings);
  }

  /**
   * Returns what a file gives, as far as it can be read; the folder of a run stands for the solver
   * in it.
   *
   * @param catalogue knows what solvers choose among
   * @param problems where everything that is wrong goes
   */
  static Optional<NetSource> read(
      Path given, FileOptions options, LayerCatalogue catalogue, Problems problems) {
    Path file = RunFolder.isRun(given) ? RunFolder.open(given).solver() : given;
    return isSolver(file)
        ? TrainingFiles.read(
                file, options.solverSettings(), options.root(), catalogue.variants(), problems)
            .map(files -> ofSolver(files, options))
        : NetFile.read(file, options.netOverrides(), problems).map(net -> ofNet(net, options));
  }

  /** Returns what to build the net for in a phase. */
  NetSettings settings(Phase phase) {
    return Objects.requireNonNull(settings.get(phase));
  }

  /**
   * Plans the net for a phase and lets somebody look at it, who may keep nothing of it.
   *
   * @throws org.cortado.engine.definition.DefinitionException with all that is wrong with it
   */
  <T> T plan(LayerCatalogue catalogue, Phase phase, Function<Net, T> look) {
    try (Backend backend = Backends.openForPlans();
        Net planned = new NetFactory(catalogue, backend).plan(net, settings(phase))) {
      return look.apply(planned);
    }
  }

  /** The command line's level and stages are the solver's by now. */
  private static NetSource ofSolver(TrainingFiles files, FileOptions options) {
    SolverDefinition solver = files.solver().definition();
    NetSettings plain =
        settings(files.net(), solver.seed(), options).with(files.solver().parameterRules());
    return new NetSource(
        files.net(),
        files.learning().flat(),
        inEachPhase(phase -> plain.at(solver.state(phase))),
        Optional.of(solver));
  }

  private static NetSource ofNet(NetFile file, FileOptions options) {
    NetSettings plain = settings(file.net(), options.seed(), options);
    return new NetSource(
        file.net(),
        file.flat(),
        inEachPhase(phase -> plain.at(options.state(phase))),
        Optional.empty());
  }

  private static Map<Phase, NetSettings> inEachPhase(Function<Phase, NetSettings> settings) {
    return Stream.of(Phase.values()).collect(Collectors.toMap(Function.identity(), settings));
  }

  private static NetSettings settings(NetDefinition net, long seed, FileOptions options) {
    return NetSettings.of(Phase.TRAIN, seed, options.dataFolder(net.file()));
  }

  /** A file that can't be read is as good as a net: reading it again says what is wrong. */
  private static boolean isSolver(Path file) {
    return new YamlReader()
        .read(file, new Problems())
        .filter(MapNode.class::isInstance)
        .map(MapNode.class::cast)
        .filter(map -> hasKeysOfSolver(map.keys()))
        .isPresent();
  }

  private static boolean hasKeysOfSolver(List<String> keys) {
    List<String> solverKeys =
        OptionDescription.of(SolverDefinition.class).stream().map(OptionDescription::key).toList();
    return !keys.contains(LAYERS) && !Collections.disjoint(keys, solverKeys);
  }
}
