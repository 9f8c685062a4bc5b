package org.cortado.nets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the nets and the solvers of this module. */
final class NetFiles {

  /** The folder that holds a folder for each net. */
  static final Path FOLDER = Path.of("").toAbsolutePath();

  private static final String SOLVER = "-solver.yaml";
  private static final int DEPTH = 2;
  private static final Set<String> LARGE =
      Set.of("alexnet", "googlenet", "mobilenet", "resnet", "squeezenet", "vgg");

  private NetFiles() {}

  /** Returns a file by its path from {@link #FOLDER}. */
  static Path file(String path) {
    return FOLDER.resolve(path);
  }

  /** Returns the path of a file from {@link #FOLDER}, with slashes. */
  static String name(Path file) {
    return FOLDER.relativize(file).toString().replace('\\', '/');
  }

  /** Returns the nets, sorted. */
  static List<Path> nets() {
    return files().stream().filter(file -> !isSolver(file)).toList();
  }

  /** Returns the nets but for the large ones, which take seconds an iteration. */
  static List<Path> smallNets() {
    return nets().stream().filter(net -> !LARGE.contains(name(net.resolveSibling("")))).toList();
  }

  /** Returns the solvers, sorted. */
  static List<Path> solvers() {
    return files().stream().filter(NetFiles::isSolver).toList();
  }

  /**
   * Returns where the data of a net or a solver are.
   *
   * <p>MNIST isn't carried; the carried slice of Fashion-MNIST has the same form and file names.
   */
  static Path data(Path net) {
    return name(net).startsWith("mnist/") ? file("fashion-mnist/data") : net.resolveSibling("");
  }

  private static boolean isSolver(Path file) {
    return file.toString().endsWith(SOLVER);
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.walk(FOLDER, DEPTH)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !name(file).startsWith("target/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
