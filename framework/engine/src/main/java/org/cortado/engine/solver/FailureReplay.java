package org.cortado.engine.solver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cortado.api.DataException;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.record.Manifest;
import org.cortado.engine.watch.FailureFolder;
import org.cortado.engine.watch.Replay;
import org.cortado.engine.watch.Replayed;

/** Shows the failure of a run again, from the run's folder alone. */
public final class FailureReplay {

  private final RunFolder run;
  private final FailureFolder folder;

  private FailureReplay(RunFolder run) {
    this.run = run;
    folder = FailureFolder.in(run.path());
  }

  /**
   * Finds the failure of a run.
   *
   * @param path the run's folder, or that of the failure in it
   * @throws RunFolderException if it is neither, or nothing failed
   */
  public static FailureReplay of(Path path) {
    boolean isInner = Files.exists(path.resolve(FailureFolder.RECORD));
    Path run = isInner ? path.toAbsolutePath().normalize().resolveSibling("") : path;
    FailureReplay replay = new FailureReplay(RunFolder.open(run));
    if (!replay.folder.exists()) {
      throw new RunFolderException(
          "'" + path + "' holds no failure: the numbers of this run stayed finite");
    }
    return replay;
  }

  /**
   * Runs the sweep in which numbers stopped being finite, layer by layer.
   *
   * @throws DataException if what was kept of the failure can't be read
   */
  public Replayed run(LayerCatalogue catalogue, Backend backend) {
    Replay replay = new Replay(folder);
    TrainingFiles files =
        TrainingFiles.require(run.solver(), List.of(), Optional.empty(), catalogue.variants());
    NetDefinition definition = replay.withoutData(files.net());
    NetSettings settings =
        files.solver().learning(dataFolder()).withInputs(replay.shapes()).sharingMemory();
    try (Net net = new NetFactory(catalogue, backend).build(definition, settings)) {
      Weights.load(net, folder.weights());
      return replay.run(net);
    }
  }

  /** Layers other than those that fed the batch may read files, too. */
  private Path dataFolder() {
    return Path.of(Manifest.read(run.manifest()).run().data());
  }
}
