package org.cortado.engine.solver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.ExpandedYaml;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.format.AtomicFile;

/** Writes down what a run is about to do, so that it can be done again from its folder alone. */
final class RunRecord {

  private static final Place HERE = Place.whole("the run's record");

  private final TrainingFiles files;
  private final RunSettings settings;
  private final Backend backend;

  RunRecord(TrainingFiles files, RunSettings settings, Backend backend) {
    this.files = files;
    this.settings = settings;
    this.backend = backend;
  }

  /** Writes the definitions and the manifest. */
  void write(RunFolder folder) {
    write(folder.solver(), new ExpandedYaml().write(solver(folder)));
    write(folder.net(), new ExpandedYaml().write(files.netTree()));
    write(folder.manifest(), manifest().toJson() + "\n");
  }

  private static void write(Path file, String text) {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(
        file,
        channel -> {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }

  /** With all defaults, and beside the net that it names. */
  private MapNode solver(RunFolder folder) {
    return SolverReader.expand(files.solver())
        .without("vars") // the net beside it has no variables left
        .with(entry("net", String.valueOf(folder.net().getFileName())));
  }

  private static MapEntry entry(String key, String value) {
    return new MapEntry(key, HERE, ScalarNode.of(HERE, value, false));
  }

  private Manifest manifest() {
    return new Manifest(
        Manifest.version(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        backend.name(),
        backend.parallel().threads(),
        files.solver().definition().seed(),
        settings.dataFolder().toAbsolutePath().normalize().toString(),
        files.settings(),
        settings.plugins().stream().map(Manifest.Jar::of).toList(),
        Manifest.virtualMachine(),
        Manifest.operatingSystem(),
        Runtime.getRuntime().availableProcessors());
  }
}
