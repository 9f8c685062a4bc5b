package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.List;
import org.cortado.engine.record.PluginRecord;

/**
 * What a training is told besides its files.
 *
 * @param dataFolder what relative data paths of the net are resolved against
 * @param plugins the plug-ins beside Cortado's own as they were when they were loaded
 */
public record RunSettings(Path dataFolder, List<PluginRecord> plugins) {

  /** Copies the list. */
  public RunSettings {
    plugins = List.copyOf(plugins);
  }
}
