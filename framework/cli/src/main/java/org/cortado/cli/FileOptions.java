package org.cortado.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cortado.engine.definition.Problems;
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
      description = "Where relative data paths begin; at the net's folder by default.")
  private @Nullable Path data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What all random numbers are drawn from; overrules the solver's.")
  private @Nullable Long seed;

  /** Returns the settings for a solver's file, the seed among them. */
  List<String> solverSettings() {
    List<String> all = new ArrayList<>(settings);
    if (seed != null) {
      all.add("seed=" + seed);
    }
    return all;
  }

  /** Returns the settings for a net's file. */
  List<String> netSettings() {
    return List.copyOf(settings);
  }

  /** Returns what a net's random numbers are drawn from. */
  long seed() {
    Long asked = seed;
    return asked == null ? 1 : asked;
  }

  /** Returns the folder where a net's relative data paths begin. */
  Path dataFolder(Path netFile) {
    return Optional.ofNullable(data).orElseGet(() -> netFile.resolveSibling(""));
  }

  /**
   * Returns the net that a file defines, or that a solver's file names.
   *
   * @throws org.cortado.engine.definition.DefinitionException with all that is wrong
   */
  NetSource require(Path file) {
    Problems problems = new Problems();
    Optional<NetSource> source = NetSource.read(file, this, problems);
    problems.throwIfAny();
    return source.orElseThrow(() -> new IllegalStateException(file + " is no net, for no reason"));
  }
}
