package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Overrides;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.Variants;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.plugin.LayerCatalogue;

/**
 * The files that a training is defined by.
 *
 * @param solver the solver's
 * @param learning the net's that learns
 * @param testing those of tests that have nets of their own, by the path that the solver names
 * @param settings what the command line overrules in them
 */
public record TrainingFiles(
    SolverFile solver, NetFile learning, Map<Path, NetFile> testing, List<String> settings) {

  /** Copies the map and the list. */
  public TrainingFiles {
    testing = Map.copyOf(testing);
    settings = List.copyOf(settings);
  }

  /** Returns the net that learns. */
  public NetDefinition net() {
    return learning.net();
  }

  /** Returns the net of a test. */
  NetDefinition net(SolverDefinition.Test test) {
    return test.net().map(testing::get).orElse(learning).net();
  }

  /**
   * Reads a solver's file and those of the nets that it names, or nothing of what is too wrong for
   * it.
   *
   * <p>Faults of the solver's file don't hide those of the net's: a user wants to mend both at
   * once.
   *
   * @param settings what overrules the files: {@code base_lr=0.1} the solver's, {@code
   *     net.layers.conv1.options.num_output=50} the net's
   * @param root the folder that no file that the net imports may lie outside of, if there is one
   * @param variants knows what the solver's file chooses among, see {@link LayerCatalogue#variants}
   * @param problems where everything that is wrong with both goes
   */
  public static Optional<TrainingFiles> read(
      Path solverFile,
      List<String> settings,
      Optional<Path> root,
      Variants variants,
      Problems problems) {
    SolverReader reader = new SolverReader(variants);
    Overrides.Split split = Overrides.split(settings, "net");
    Optional<SolverFile> read = reader.read(solverFile, split.rest(), problems);
    if (read.isEmpty()) {
      reader
          .net(solverFile, split.rest())
          .ifPresent(net -> NetFile.read(net, new NetOverrides(split.inside(), root), problems));
    }
    return read.flatMap(solver -> read(solver, split.inside(), settings, root, problems));
  }

  /**
   * Reads a solver's file and those of the nets that it names.
   *
   * @throws org.cortado.engine.definition.DefinitionException with all that is wrong
   */
  public static TrainingFiles require(
      Path solverFile, List<String> settings, Optional<Path> root, Variants variants) {
    Problems problems = new Problems();
    Optional<TrainingFiles> read = read(solverFile, settings, root, variants, problems);
    problems.throwIfAny();
    return read.orElseThrow(
        () -> new IllegalStateException(solverFile + " is no solver, for no reason"));
  }

  private static Optional<TrainingFiles> read(
      SolverFile solver,
      List<String> netSettings,
      List<String> settings,
      Optional<Path> root,
      Problems problems) {
    MapNode variables =
        solver.definition().vars().orElseGet(() -> MapNode.empty(solver.tree().place()));
    Map<Path, NetFile> testing = new HashMap<>();
    for (SolverDefinition.Test test : solver.definition().test()) {
      test.net()
          .flatMap(net -> NetFile.read(net, new NetOverrides(List.of(), variables, root), problems))
          .ifPresent(net -> testing.put(test.net().orElseThrow(), net));
    }
    return NetFile.read(
            solver.definition().net(), new NetOverrides(netSettings, variables, root), problems)
        .map(net -> new TrainingFiles(solver, net, testing, settings));
  }
}
