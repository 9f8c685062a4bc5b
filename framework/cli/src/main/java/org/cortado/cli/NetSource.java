package org.cortado.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.cortado.engine.solver.SolverDefinition;
import org.cortado.engine.solver.TrainingFiles;

/**
 * A net as a command line gives it: by its own file, or by that of a solver.
 *
 * @param net the definition
 * @param flat the same as a tree of nothing but plain layers
 * @param settings what to build it for, in the training phase
 * @param solver what the solver's file says, if the net was given by one
 */
record NetSource(
    NetDefinition net, Node flat, NetSettings settings, Optional<SolverDefinition> solver) {

  private static final String LAYERS = "layers";

  /**
   * Returns what a file gives, as far as it can be read.
   *
   * @param problems where everything that is wrong goes
   */
  static Optional<NetSource> read(Path file, FileOptions options, Problems problems) {
    return isSolver(file)
        ? TrainingFiles.read(file, options.solverSettings(), options.root(), problems)
            .map(files -> ofSolver(files, options))
        : NetFile.read(file, options.netOverrides(), problems).map(net -> ofNet(net, options));
  }

  /**
   * Plans the net for a phase and lets somebody look at it, who may keep nothing of it.
   *
   * @throws org.cortado.engine.definition.DefinitionException with all that is wrong with it
   */
  <T> T plan(LayerCatalogue catalogue, Phase phase, Function<Net, T> look) {
    try (Backend backend = Backends.openForPlans();
        Net planned = new NetFactory(catalogue, backend).plan(net, settings.in(phase))) {
      return look.apply(planned);
    }
  }

  private static NetSource ofSolver(TrainingFiles files, FileOptions options) {
    SolverDefinition solver = files.solver().definition();
    NetSettings settings = settings(files.net(), solver.seed(), options);
    return new NetSource(files.net(), files.learning().flat(), settings, Optional.of(solver));
  }

  private static NetSource ofNet(NetFile file, FileOptions options) {
    NetSettings settings = settings(file.net(), options.seed(), options);
    return new NetSource(file.net(), file.flat(), settings, Optional.empty());
  }

  private static NetSettings settings(NetDefinition net, long seed, FileOptions options) {
    return NetSettings.of(Phase.TRAIN, seed, options.dataFolder(net.file()))
        .at(options.state(Phase.TRAIN));
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
