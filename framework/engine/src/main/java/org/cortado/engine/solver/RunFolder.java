package org.cortado.engine.solver;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.cortado.engine.record.Manifest;

/** The folder that holds all that is kept of a run, and the names of the files in it. */
public final class RunFolder {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  /**
   * Makes a new folder {@code <solver>-<yyyyMMdd-HHmmss>}, with a number behind it if need be.
   *
   * @throws RunFolderException if that is impossible
   */
  public static RunFolder createIn(Path runs, String solver, LocalDateTime time) {
    String name = solver + "-" + STAMP.format(time);
    Path path = runs.resolve(name);
    try {
      Files.createDirectories(runs);
      for (int attempt = 2; !created(path); attempt++) {
        path = runs.resolve(name + "-" + attempt);
      }
      return new RunFolder(path).withSnapshots();
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  private static boolean created(Path path) throws IOException {
    try {
      Files.createDirectory(path);
      return true;
    } catch (FileAlreadyExistsException anotherRunOfThisSecond) {
      return false;
    }
  }

  /**
   * Takes a folder for a new run, and makes it if need be.
   *
   * @throws RunFolderException if it holds a run already, or can't be made
   */
  public static RunFolder createAt(Path path) {
    RunFolder folder = new RunFolder(path);
    try {
      folder.requireUnused();
      Files.createDirectories(path);
      return folder.withSnapshots();
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /**
   * Opens the folder of a run that was made before.
   *
   * @throws RunFolderException if it holds no run
   */
  public static RunFolder open(Path path) {
    RunFolder folder = new RunFolder(path);
    if (!isRun(path)) {
      throw new RunFolderException(
          "'"
              + path
              + "' is not the folder of a run: it lacks "
              + (Files.exists(folder.solver()) ? "snapshots" : "solver.yaml"));
    }
    return folder;
  }

  /**
   * Takes the folder of a run that has measured something, be the rest there or not.
   *
   * @throws RunFolderException if it holds none
   */
  public static RunFolder measured(Path path) {
    RunFolder folder = new RunFolder(path);
    if (!Files.isRegularFile(folder.metrics())) {
      String why = Files.isDirectory(path) ? "it has no metrics.jsonl" : "there is no such folder";
      throw new RunFolderException("'" + path + "' holds no run: " + why);
    }
    return folder;
  }

  /** Returns whether a folder is that of a run. */
  public static boolean isRun(Path path) {
    RunFolder folder = new RunFolder(path);
    return Files.exists(folder.solver()) && Files.isDirectory(folder.snapshots());
  }

  /**
   * Returns where relative data paths of a net begin: at its file's folder, but where that is the
   * folder of a run, at the place that its manifest names.
   *
   * @throws org.cortado.api.DataException if that manifest is damaged
   */
  public static Path dataFolder(Path net) {
    RunFolder folder = new RunFolder(net.resolveSibling(""));
    return isRun(folder.path()) && Files.exists(folder.manifest())
        ? Path.of(Manifest.read(folder.manifest()).run().data())
        : folder.path();
  }

  private void requireUnused() {
    boolean used =
        Stream.of(solver(), net(), manifest(), metrics(), weights(), snapshots())
            .anyMatch(Files::exists);
    if (used) {
      throw new RunFolderException(
          "'"
              + path
              + "' holds a run already; go on with it by 'train --resume "
              + path
              + "', or name another folder");
    }
  }

  private RunFolder withSnapshots() throws IOException {
    Files.createDirectories(snapshots());
    return this;
  }

  private static RunFolderException failed(Path path, IOException e) {
    String why =
        e instanceof FileAlreadyExistsException ? "a file has that name" : "it can't be written to";
    return new RunFolderException("can't make the folder '" + path + "' for the run: " + why, e);
  }

  /** Returns the folder. */
  public Path path() {
    return path;
  }

  /** Returns the solver's definition with all defaults and settings. */
  public Path solver() {
    return path.resolve("solver.yaml");
  }

  /** Returns the net's definition with all settings. */
  public Path net() {
    return path.resolve("net.yaml");
  }

  /** Returns the definition of the net of a test that has one of its own. */
  public Path net(String test) {
    return path.resolve("net-" + test + ".yaml");
  }

  /** Returns what the run was done with. */
  public Path manifest() {
    return path.resolve("manifest.json");
  }

  /** Returns what was measured. */
  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  /**
   * Returns pictures of what the net gets wrong, an array of {@code [count x channels x h x w]}.
   */
  public Path mistakes() {
    return path.resolve("mistakes.npy");
  }

  /** Returns the page that shows the run to people. */
  public Path report() {
    return path.resolve("report.html");
  }

  /** Returns the weights at the end. */
  public Path weights() {
    return path.resolve("weights.safetensors");
  }

  /** Returns the weights that a metric says are the best. */
  public Path best() {
    return path.resolve("best.safetensors");
  }

  /** Returns the folder of the snapshots. */
  public Path snapshots() {
    return path.resolve("snapshots");
  }
}
