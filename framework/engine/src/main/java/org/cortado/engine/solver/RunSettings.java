package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.List;

/**
 * What a training is told besides its files.
 *
 * @param dataFolder what relative data paths of the net are resolved against
 * @param plugins the jars of layers beside Cortado's own, for the record
 */
public record RunSettings(Path dataFolder, List<Path> plugins) {

  /** Copies the list. */
  public RunSettings {
    plugins = List.copyOf(plugins);
  }
}
