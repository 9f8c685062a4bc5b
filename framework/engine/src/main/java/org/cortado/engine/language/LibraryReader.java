package org.cortado.engine.language;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cortado.engine.definition.Keys;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.Reporter;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.definition.YamlReader;

/** Reads the variables and blocks of a file, and of the files that it imports. */
final class LibraryReader {

  /** The keys of a file that this package takes care of. */
  static final List<String> KEYS = List.of("vars", "import", "blocks");

  private static final List<String> IMPORTED =
      List.of("name", "vars", "import", "blocks", "layers", "force_backward");
  private static final Keys IMPORTED_KEYS =
      new Keys("key", IMPORTED, "; a file to import has vars, import and blocks");

  private static final int MOST_VARIABLES = 1000;

  private final Optional<Path> root;
  private final Substitution substitution;
  private final Problems problems;
  private final Map<Path, Library> known = new HashMap<>();
  private final List<Path> open = new ArrayList<>();

  /**
   * Makes one.
   *
   * @param root the folder that no imported file may lie outside of, if there is one
   */
  LibraryReader(Optional<Path> root, Substitution substitution, Problems problems) {
    this.root = root;
    this.substitution = substitution;
    this.problems = problems;
  }

  /** Returns what a file knows. */
  Library read(MapNode map, Path file) {
    Path real = real(file);
    open.add(real);
    Library library = new Library(variables(map));
    map.get("import").ifPresent(imports -> imports(imports, file, library));
    map.get("blocks").ifPresent(blocks -> blocks(blocks, library));
    open.remove(real);
    known.put(real, library);
    return library;
  }

  private Scope variables(MapNode map) {
    Node vars = map.get("vars").orElseGet(() -> MapNode.empty(map.place()));
    Scope scope = Scope.EMPTY;
    if (vars instanceof MapNode variables) {
      if (variables.entries().size() > MOST_VARIABLES) {
        problems.add(vars.place(), "a file has more than " + MOST_VARIABLES + " variables");
        return scope;
      }
      for (MapEntry variable : variables.entries()) {
        if (Reckoner.isName(variable.key())) {
          Node value = substitution.apply(variable.value(), scope, Optional.empty());
          scope = scope.with(variable.key(), value);
        } else {
          problems.add(variable.place(), VariableNames.wrong("variable", variable.key()));
        }
      }
    } else {
      reporter("vars").mustBe("a map such as {width: 64}", vars);
    }
    return scope;
  }

  private void blocks(Node blocks, Library library) {
    if (blocks instanceof MapNode map) {
      for (MapEntry entry : map.entries()) {
        new BlockReader(entry, library, problems)
            .read()
            .ifPresent(block -> library.add(block, problems));
      }
    } else {
      reporter("blocks").mustBe("a map of blocks by name", blocks);
    }
  }

  private void imports(Node imports, Path file, Library library) {
    List<Node> files = imports instanceof ListNode list ? list.items() : List.of(imports);
    for (Node each : files) {
      if (each instanceof ScalarNode scalar && !scalar.isNull()) {
        imported(scalar, file)
            .ifPresent(found -> found.blocks().forEach(block -> library.add(block, problems)));
      } else {
        reporter("import").mustBe("a file or a list of files", each);
      }
    }
  }

  private Optional<Library> imported(ScalarNode name, Path importer) {
    Optional<Path> file = sibling(importer, name);
    return file.isPresent() ? imported(file.get(), name) : Optional.empty();
  }

  private Optional<Path> sibling(Path importer, ScalarNode name) {
    try {
      return Optional.of(importer.resolveSibling(name.text()));
    } catch (InvalidPathException noPath) {
      reporter("import").mustBe("the name of a file", name);
      return Optional.empty();
    }
  }

  private Optional<Library> imported(Path file, ScalarNode name) {
    Path real = real(file);
    if (known.containsKey(real)) {
      return Optional.of(known.get(real));
    }
    if (open.contains(real)) {
      problems.add(name.place(), "import goes round in a circle: " + circle(real));
      return Optional.empty();
    }
    return isAllowed(real, name) ? readFile(file, name) : Optional.empty();
  }

  private boolean isAllowed(Path real, ScalarNode name) {
    Optional<Path> left = root.map(LibraryReader::real).filter(folder -> !real.startsWith(folder));
    left.ifPresent(
        folder -> problems.add(name.place(), "import lies outside of the root folder " + folder));
    return left.isEmpty();
  }

  private Optional<Library> readFile(Path file, ScalarNode name) {
    Problems own = new Problems();
    Optional<Node> tree = new YamlReader().read(file, own);
    known.put(real(file), new Library(Scope.EMPTY)); // what can't be read is not read again
    own.sorted()
        .forEach(
            problem ->
                problems.add(
                    problem.place().line() == 0 ? name.place() : problem.place(),
                    problem.place().line() == 0
                        ? "import '" + name.text() + "': " + problem.message()
                        : problem.message()));
    return tree.flatMap(node -> library(node, file));
  }

  private Optional<Library> library(Node tree, Path file) {
    if (tree instanceof MapNode map) {
      return Optional.of(read(IMPORTED_KEYS.check(map, reporter("")), file));
    }
    reporter("").mustBe("a map with blocks", tree);
    return Optional.empty();
  }

  private String circle(Path again) {
    List<Path> path = new ArrayList<>(open.subList(open.indexOf(again), open.size()));
    path.add(again);
    return path.stream()
        .map(each -> String.valueOf(each.getFileName()))
        .collect(Collectors.joining(" → "));
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException missing) {
      return file.toAbsolutePath().normalize();
    }
  }

  private Reporter reporter(String path) {
    return new Reporter("", path, problems);
  }
}
