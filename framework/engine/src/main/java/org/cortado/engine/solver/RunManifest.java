package org.cortado.engine.solver;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cortado.api.DataException;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;
import org.cortado.engine.net.Net;
import org.cortado.engine.record.Drift;
import org.cortado.engine.record.Ending;
import org.cortado.engine.record.Fingerprint;
import org.cortado.engine.record.Inputs;
import org.cortado.engine.record.Machine;
import org.cortado.engine.record.Manifest;
import org.cortado.engine.record.Resumption;
import org.cortado.engine.record.Software;

/**
 * Keeps the manifest of a training: begun with it, added to when it goes on, completed at its end.
 */
final class RunManifest {

  private final TrainingFiles files;
  private final RunSettings settings;
  private final TrainingNets nets;
  private final Backend backend;

  RunManifest(TrainingFiles files, RunSettings settings, TrainingNets nets, Backend backend) {
    this.files = files;
    this.settings = settings;
    this.nets = nets;
    this.backend = backend;
  }

  /** Writes that of a training that begins, and returns it. */
  Manifest begin(RunFolder folder) {
    Manifest now = now();
    now.write(folder.manifest());
    return now;
  }

  /**
   * Adds that the training goes on, and returns what there is then. One that can't be read is no
   * reason to lose a training: a new one takes its place.
   *
   * @param iteration after how many
   * @param note is told what has become different since the training began
   */
  Manifest resume(RunFolder folder, long iteration, Consumer<String> note) {
    Manifest now = now();
    Manifest then = now;
    try {
      then = Manifest.read(folder.manifest());
    } catch (DataException damaged) {
      note.accept(damaged.getMessage() + "; it is written anew");
    }
    List<String> differences = Drift.between(then, now.begunWith(then.run().weights()));
    differences.forEach(note);
    Manifest resumed =
        then.with(new Resumption(Manifest.now(), iteration, files.settings(), differences));
    resumed.write(folder.manifest());
    return resumed;
  }

  /** Adds what the training came to. */
  static void end(RunFolder folder, Manifest manifest, TrainingResult result) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("train.loss", result.trainLoss());
    result.tests().forEach((name, test) -> add(name, test, metrics));
    Ending ending =
        new Ending(
            Manifest.now(),
            result.iterations(),
            result.interrupted(),
            result.seconds(),
            metrics,
            Fingerprint.of(result.weights()).sha256());
    manifest.with(ending).write(folder.manifest());
  }

  private static void add(String name, TestResult test, Map<String, Double> metrics) {
    metrics.put(name + ".loss", test.loss());
    test.outputs().forEach((output, value) -> metrics.putIfAbsent(name + "." + output, value));
  }

  /** Returns what a training would say that began now. */
  Manifest now() {
    Inputs run =
        new Inputs(
            files.solver().file().toString(),
            files.settings(),
            files.solver().definition().seed(),
            backend.parallel().threads(),
            dataFolder().toString(),
            firstWeights());
    Software software = Software.here(backend, jars(), settings.plugins());
    return new Manifest(run, software, Machine.here(), data());
  }

  /** A training that goes on no longer needs them. */
  private List<Fingerprint> firstWeights() {
    return files.solver().definition().weights().stream()
        .map(weights -> weights.file().toAbsolutePath())
        .filter(Files::exists)
        .map(Fingerprint::of)
        .toList();
  }

  private Path dataFolder() {
    return settings.dataFolder().toAbsolutePath().normalize();
  }

  private Stream<Net> all() {
    return Stream.concat(Stream.of(nets.train()), nets.tests().stream().map(test -> test.net()));
  }

  private List<Fingerprint> data() {
    return all()
        .flatMap(net -> net.dataLayers().stream())
        .flatMap(layer -> layer.files().stream())
        .map(file -> file.toAbsolutePath().normalize())
        .distinct()
        .map(file -> Fingerprint.of(file).named(inDataFolder(file)))
        .toList();
  }

  private String inDataFolder(Path file) {
    Path folder = dataFolder();
    return (file.startsWith(folder) ? folder.relativize(file) : file).toString();
  }

  private List<Fingerprint> jars() {
    Stream<Class<?>> ours = Stream.of(RunManifest.class, Layer.class, backend.getClass());
    Stream<Class<?>> layers =
        all().flatMap(net -> net.layers().stream()).map(layer -> layer.layer().getClass());
    return Stream.concat(ours, layers)
        .distinct()
        .flatMap(type -> jar(type).stream())
        .distinct()
        .map(Fingerprint::of)
        .toList();
  }

  /** Returns the jar that a class is from; nothing where it is from a folder of classes. */
  private static Optional<Path> jar(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return Optional.ofNullable(source)
        .map(code -> Path.of(URI.create(code.getLocation().toString())))
        .filter(Files::isRegularFile);
  }
}
