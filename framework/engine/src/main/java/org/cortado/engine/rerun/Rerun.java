package org.cortado.engine.rerun;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cortado.api.backend.Backend;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.record.Drift;
import org.cortado.engine.record.Ending;
import org.cortado.engine.record.Fingerprint;
import org.cortado.engine.record.Manifest;
import org.cortado.engine.record.PluginRecord;
import org.cortado.engine.record.Resumption;
import org.cortado.engine.solver.RunFolder;
import org.cortado.engine.solver.RunFolderException;
import org.cortado.engine.solver.RunSettings;
import org.cortado.engine.solver.SolverListener;
import org.cortado.engine.solver.Training;
import org.cortado.engine.solver.TrainingFiles;
import org.cortado.engine.solver.TrainingResult;

/**
 * A run that is to be repeated, from the definitions and the manifest that its folder keeps.
 *
 * @param first its folder
 * @param manifest what it was done with
 * @param result what it came to
 */
public record Rerun(RunFolder first, Manifest manifest, Ending result) {

  /**
   * Opens a run.
   *
   * @param runOrManifest its folder, or the manifest in it
   * @throws RunFolderException if there is no run, or one that never ended
   * @throws org.cortado.api.DataException if its manifest is missing or damaged
   */
  public static Rerun of(Path runOrManifest) {
    RunFolder first =
        RunFolder.open(
            Files.isRegularFile(runOrManifest) ? runOrManifest.resolveSibling("") : runOrManifest);
    Manifest manifest = Manifest.read(first.manifest());
    Ending result =
        manifest
            .result()
            .orElseThrow(
                () ->
                    new RunFolderException(
                        "the run in '%s' has not come to an end, so that there is nothing to compare with"
                            .formatted(first.path())));
    return new Rerun(first, manifest, result);
  }

  /** Returns the folder where its relative data paths begin. */
  public Path dataFolder() {
    return Path.of(manifest.run().data());
  }

  /**
   * Builds its training once more.
   *
   * @param dataFolder where relative data paths begin
   * @param plugins the plug-ins at hand as they were when they were loaded
   */
  public Training prepare(
      Path dataFolder, List<PluginRecord> plugins, LayerCatalogue catalogue, Backend backend) {
    TrainingFiles files =
        TrainingFiles.require(first.solver(), List.of(), Optional.empty(), catalogue.variants());
    return new Training(files, new RunSettings(dataFolder, plugins), catalogue, backend);
  }

  /** Returns what is different now, a sentence each: why the results may differ. */
  public List<String> differences(Training training) {
    List<String> all = new ArrayList<>(Drift.between(manifest, training.manifest()));
    if (Files.exists(first.weights())
        && !Fingerprint.of(first.weights()).sha256().equals(result.weights())) {
      all.add("'" + first.weights() + "' has changed since the run ended");
    }
    for (Resumption resumed : manifest.resumed()) {
      if (!resumed.settings().isEmpty()) {
        all.add(
            "the run went on after iteration %d with other settings: %s"
                .formatted(resumed.iteration(), String.join(", ", resumed.settings())));
      }
    }
    return List.copyOf(all);
  }

  /** Trains as the run did: to its end, or up to the iteration that it was stopped after. */
  public TrainingResult run(Training training, RunFolder folder, SolverListener listener) {
    if (result.interrupted()) {
      training.stopAfter(result.iterations());
    }
    return training.run(folder, listener);
  }
}
