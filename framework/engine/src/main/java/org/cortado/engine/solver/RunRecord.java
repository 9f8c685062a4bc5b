package org.cortado.engine.solver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.ExpandedYaml;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
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
    write(folder.net(), new ExpandedYaml().write(files.learning().flat()));
    for (SolverDefinition.Test test : files.solver().definition().test()) {
      test.net()
          .map(net -> Objects.requireNonNull(files.testing().get(net)))
          .ifPresent(net -> write(folder.net(test.name()), new ExpandedYaml().write(net.flat())));
    }
    write(folder.manifest(), manifest().toJson() + "\n");
    write(folder.solver(), new ExpandedYaml().write(solver(folder)));
  }

  private static void write(Path file, String text) {
    AtomicFile.write(file, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** With all defaults, and beside the nets that it names. */
  private MapNode solver(RunFolder folder) {
    MapNode expanded =
        withWholePaths(SolverReader.expand(files.solver()))
            .without("vars") // the nets beside it have no variables left
            .with(entry("net", String.valueOf(folder.net().getFileName())));
    return expanded
        .get("test")
        .map(tests -> expanded.with(new MapEntry("test", HERE, tests(tests, folder))))
        .orElse(expanded);
  }

  /** The weights to begin with stay where they are. */
  private MapNode withWholePaths(MapNode solver) {
    Optional<Path> file = files.solver().definition().weights().map(StartWeights::file);
    return solver
        .get("weights")
        .filter(MapNode.class::isInstance)
        .map(weights -> (MapNode) weights)
        .map(weights -> weights.with(entry("file", whole(file.orElseThrow()))))
        .map(weights -> solver.with(new MapEntry("weights", HERE, weights)))
        .orElse(solver);
  }

  private static String whole(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  private static Node tests(Node tests, RunFolder folder) {
    if (tests instanceof ListNode list) {
      return new ListNode(HERE, list.items().stream().map(test -> tests(test, folder)).toList());
    }
    if (tests instanceof MapNode test && test.get("net").isPresent()) {
      String name =
          test.get("name").flatMap(ScalarNode::textOf).orElse(SolverDefinition.Test.PLAIN_NAME);
      return test.with(entry("net", String.valueOf(folder.net(name).getFileName())));
    }
    return tests;
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
