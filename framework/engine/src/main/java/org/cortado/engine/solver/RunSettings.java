package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.List;

/**
 * What a training is told besides its files.
 *
 * @param dataFolder what relative data paths of the net are resolved against
 * @param plugins the jars of layers beside Cortado's own, for the record
 * @param weights the files of weights that are loaded before it begins, for the record
 */
public record RunSettings(Path dataFolder, List<Path> plugins, List<Path> weights) {

  /** Copies the lists. */
  public RunSettings {
    plugins = List.copyOf(plugins);
    weights = List.copyOf(weights);
  }

  /** Makes settings of a training that begins with random weights. */
  public RunSettings(Path dataFolder, List<Path> plugins) {
    this(dataFolder, plugins, List.of());
  }
}
