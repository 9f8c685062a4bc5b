package org.cortado.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortado.api.DataException;
import org.cortado.api.Phase;
import org.cortado.engine.definition.NetState;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.solver.RunFolder;
import org.cortado.engine.solver.TrainingFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What overrules a net's or a solver's file. */
final class FileOptions {

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Overrule the file, as in base_lr=0.1, layers.conv1.options.num_output=50, and from a"
              + " solver net.layers.conv1.options.num_output=50; may be given several times.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where relative data paths begin; by default at the net's folder, or where they did for"
              + " the run whose folder that is.")
  private @Nullable Path data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What all random numbers are drawn from; overrules the solver's.")
  private @Nullable Long seed;

  @Option(
      names = "--level",
      paramLabel = "N",
      description = "What the layers' min_level and max_level are compared with; 0 by default.")
  private @Nullable Integer level;

  @Option(
      names = "--stage",
      paramLabel = "NAME",
      description = "A stage that the layers' rules may ask for; may be given several times.")
  private List<String> stages = new ArrayList<>();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The folder that no imported file may lie outside of; any by default.")
  private @Nullable Path root;

  /** Returns the settings for a solver's file, the seed and the state of its nets among them. */
  List<String> solverSettings() {
    List<String> all = new ArrayList<>(settings);
    for (String state : List.of("train_state", "test_state")) {
      if (level != null) {
        all.add(state + ".level=" + level);
      }
      if (!stages.isEmpty()) {
        all.add(state + ".stage=[" + quoted(stages) + "]");
      }
    }
    if (seed != null) {
      all.add("seed=" + seed);
    }
    return all;
  }

  private static String quoted(List<String> words) {
    return words.stream()
        .map(word -> "'" + word.replace("'", "''") + "'")
        .collect(Collectors.joining(", "));
  }

  /** Returns what overrules a net's file. */
  NetOverrides netOverrides() {
    return new NetOverrides(settings, root());
  }

  /** Returns the folder that no imported file may lie outside of, if one was given. */
  Optional<Path> root() {
    return Optional.ofNullable(root);
  }

  /** Returns the state that a net is built for in a phase. */
  NetState state(Phase phase) {
    Integer asked = level;
    return new NetState(phase, asked == null ? 0 : asked, Set.copyOf(stages));
  }

  /** Returns what a net's random numbers are drawn from. */
  long seed() {
    Long asked = seed;
    return asked == null ? 1 : asked;
  }

  /** Returns the folder where a net's relative data paths begin. */
  Path dataFolder(Path netFile) {
    return Optional.ofNullable(data).orElseGet(() -> knownDataFolder(netFile));
  }

  private static Path knownDataFolder(Path netFile) {
    try {
      return RunFolder.dataFolder(netFile);
    } catch (DataException unknown) {
      throw new DataException(unknown.getMessage() + "; --data names the folder of the data");
    }
  }

  /**
   * Returns the net that a file defines, or that a solver's file names.
   *
   * @throws org.cortado.engine.definition.DefinitionException with all that is wrong
   */
  NetSource require(Path file, LayerCatalogue catalogue) {
    Problems problems = new Problems();
    Optional<NetSource> source = NetSource.read(file, this, catalogue, problems);
    problems.throwIfAny();
    return source.orElseThrow(() -> new IllegalStateException(file + " is no net, for no reason"));
  }

  /**
   * Returns the files of the training that a solver's file defines.
   *
   * @throws org.cortado.engine.definition.DefinitionException with all that is wrong
   */
  TrainingFiles requireTraining(Path file, LayerCatalogue catalogue) {
    return requireTraining(file, List.of(), List.of(), catalogue);
  }

  /**
   * Returns the same with settings of a command's own.
   *
   * @param before settings that the command line overrules
   * @param after settings that overrule the command line
   * @throws org.cortado.engine.definition.DefinitionException with all that is wrong
   */
  TrainingFiles requireTraining(
      Path file, List<String> before, List<String> after, LayerCatalogue catalogue) {
    List<String> all = new ArrayList<>(before);
    all.addAll(solverSettings());
    all.addAll(after);
    return TrainingFiles.require(file, all, root(), catalogue.variants());
  }
}
