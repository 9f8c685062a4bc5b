package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Overrides;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;

/**
 * The two files that a training is defined by.
 *
 * @param solver the solver's
 * @param net the net's
 * @param netTree the net's as a tree of plain layers
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
   * @param root the folder that no file that the net imports may lie outside of, if there is one
   * @param problems where everything that is wrong with both goes
   */
  public static Optional<TrainingFiles> read(
      Path solverFile, List<String> settings, Optional<Path> root, Problems problems) {
    Overrides.Split split = Overrides.split(settings, "net");
    Optional<SolverFile> read = new SolverReader().read(solverFile, split.rest(), problems);
    if (read.isEmpty()) {
      SolverReader.net(solverFile, split.rest())
          .ifPresent(net -> NetFile.read(net, new NetOverrides(split.inside(), root), problems));
    }
    return read.flatMap(
        solver ->
            NetFile.read(
                    solver.definition().net(),
                    new NetOverrides(split.inside(), variables(solver), root),
                    problems)
                .map(net -> new TrainingFiles(solver, net.net(), net.flat(), settings)));
  }

  private static MapNode variables(SolverFile solver) {
    return solver.definition().vars().orElseGet(() -> MapNode.empty(solver.tree().place()));
  }
}
