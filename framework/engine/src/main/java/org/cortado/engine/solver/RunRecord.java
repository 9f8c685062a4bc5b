package org.cortado.engine.solver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.cortado.engine.definition.ExpandedYaml;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.format.AtomicFile;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.plugin.LayerCatalogue;

/**
 * Writes down the definitions of a run with all defaults, so that it can be done again from its
 * folder alone; of each value, where it comes from.
 */
final class RunRecord {

  private final TrainingFiles files;
  private final ExpandedNet expanded;

  RunRecord(TrainingFiles files, LayerCatalogue catalogue) {
    this.files = files;
    expanded = new ExpandedNet(catalogue);
  }

  /** Writes the definitions. */
  void write(RunFolder folder) {
    write(folder.net(), files.learning());
    for (SolverDefinition.Test test : files.solver().definition().test()) {
      test.net()
          .map(net -> Objects.requireNonNull(files.testing().get(net)))
          .ifPresent(net -> write(folder.net(test.name()), net));
    }
    write(folder.solver(), solver(folder));
  }

  /** Writes the definitions anew if they are others than those that the folder has. */
  void update(RunFolder folder) {
    if (!files.settings().isEmpty() || !isKept(folder)) {
      write(folder);
    }
  }

  private boolean isKept(RunFolder folder) {
    Path solver = files.solver().file().toAbsolutePath().normalize();
    return solver.equals(folder.solver().toAbsolutePath().normalize());
  }

  private void write(Path file, NetFile net) {
    write(file, expanded.expand(net.flat()));
  }

  private static void write(Path file, Node tree) {
    String text = new ExpandedYaml().writeWithOrigins(tree);
    AtomicFile.write(file, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** With all defaults, and beside the nets that it names. */
  private MapNode solver(RunFolder folder) {
    MapNode solver =
        withWholePaths(files.solver().expanded())
            .without("vars"); // the nets beside it have no variables left
    solver = solver.with(net(solver, folder.net()));
    MapNode beside = solver;
    return solver
        .entry("test")
        .map(test -> new MapEntry("test", test.place(), tests(test.value(), folder)))
        .map(beside::with)
        .orElse(beside);
  }

  /** The weights to begin with stay where they are. */
  private MapNode withWholePaths(MapNode solver) {
    Optional<Path> file = files.solver().definition().weights().map(StartWeights::file);
    return solver
        .entry("weights")
        .filter(entry -> entry.value() instanceof MapNode)
        .map(entry -> solver.with(withWholePath(entry, file.orElseThrow())))
        .orElse(solver);
  }

  private static MapEntry withWholePath(MapEntry weights, Path file) {
    MapNode map = (MapNode) weights.value();
    Place origin = map.entry("file").map(MapEntry::place).orElse(map.place());
    String whole = file.toAbsolutePath().normalize().toString();
    MapEntry named = new MapEntry("file", origin, ScalarNode.ofText(origin, whole));
    return new MapEntry("weights", weights.place(), map.with(named));
  }

  private static Node tests(Node tests, RunFolder folder) {
    if (tests instanceof ListNode list) {
      return new ListNode(
          list.place(), list.items().stream().map(test -> tests(test, folder)).toList());
    }
    if (tests instanceof MapNode test && test.get("net").isPresent()) {
      String name =
          test.get("name").flatMap(ScalarNode::textOf).orElse(SolverDefinition.Test.PLAIN_NAME);
      return test.with(net(test, folder.net(name)));
    }
    return tests;
  }

  /** Names a net that is kept beside the solver. */
  private static MapEntry net(MapNode map, Path kept) {
    String was = map.get("net").flatMap(ScalarNode::textOf).orElse("");
    Place origin = Place.whole("made of " + was);
    return new MapEntry(
        "net", origin, ScalarNode.of(origin, String.valueOf(kept.getFileName()), false));
  }
}
