package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.NetReader;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Overrides;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.YamlReader;

/**
 * The two files that a training is defined by.
 *
 * @param solver the solver's
 * @param net the net's
 * @param netTree the net's as a tree
 * @param settings what the command line overrules in them
 */
public record TrainingFiles(
    SolverFile solver, NetDefinition net, Node netTree, List<String> settings) {

  /** Copies the list. */
  public TrainingFiles {
    settings = List.copyOf(settings);
  }

  /**
   * Reads a solver's file and the net's that it names, or nothing of what is too wrong for it.
   *
   * <p>Faults of the solver's file don't hide those of the net's: a user wants to mend both at
   * once.
   *
   * @param settings what overrules the files: {@code base_lr=0.1} the solver's, {@code
   *     net.layers.conv1.options.num_output=50} the net's
   * @param problems where everything that is wrong with both goes
   */
  public static Optional<TrainingFiles> read(
      Path solverFile, List<String> settings, Problems problems) {
    Overrides.Split split = Overrides.split(settings, "net");
    Optional<SolverFile> read = new SolverReader().read(solverFile, split.rest(), problems);
    if (read.isEmpty()) {
      SolverReader.net(solverFile, split.rest())
          .ifPresent(net -> new NetReader().read(net, split.inside(), problems));
    }
    return read.flatMap(solver -> readNet(solver, split.inside(), problems))
        .map(files -> new TrainingFiles(files.solver(), files.net(), files.netTree(), settings));
  }

  private static Optional<TrainingFiles> readNet(
      SolverFile solver, List<String> settings, Problems problems) {
    Path file = solver.definition().net();
    return new YamlReader()
        .read(file, problems)
        .map(tree -> new Overrides(settings).apply(tree, problems))
        .flatMap(
            tree ->
                new NetReader()
                    .read(tree, file, problems)
                    .map(net -> new TrainingFiles(solver, net, tree, settings)));
  }
}
