package org.cortado.engine.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cortado.engine.format.AtomicFile;
import org.cortado.engine.format.Safetensors;

/**
 * A folder of snapshots: writes them, finds the newest that is whole, and throws old ones away.
 *
 * <p>A kill at any moment leaves every finished snapshot as it was.
 */
public final class SnapshotFolder {

  private static final String PAGE = ".snapshot";
  private static final String WEIGHTS = ".safetensors";
  private static final String MEMORY = ".memory.safetensors";
  private static final Pattern NAME =
      Pattern.compile("iteration-(\\d{1,18})(\\.snapshot|\\.safetensors|\\.memory\\.safetensors)");

  private final Path folder;

  /** Makes one of a folder that is there. */
  public SnapshotFolder(Path folder) {
    this.folder = folder;
  }

  /** Returns the file of the weights after so many iterations. */
  public Path weights(long iteration) {
    return file(iteration, WEIGHTS);
  }

  private Path file(long iteration, String ending) {
    return folder.resolve("iteration-" + iteration + ending);
  }

  /**
   * Saves a snapshot, in place of the one of that iteration if there is one.
   *
   * @throws UncheckedIOException if it can't be written; those of other iterations are untouched
   */
  public void save(Snapshot snapshot) {
    long iteration = snapshot.iteration();
    Path weights = weights(iteration);
    Path memory = file(iteration, MEMORY);
    deletePage(iteration);
    Safetensors.write(
        weights,
        snapshot.weights(),
        Map.of("iteration", Long.toString(iteration), "net", snapshot.net()));
    Safetensors.write(memory, snapshot.memory(), Map.of());
    Page page =
        new Page(Page.FORMAT, iteration, List.of(part(weights), part(memory)), snapshot.state());
    AtomicFile.write(file(iteration, PAGE), ByteBuffer.wrap(page.toBytes()));
  }

  /** A page that outlived its files' first change would call them changed. */
  private void deletePage(long iteration) {
    delete(file(iteration, PAGE));
  }

  private static Page.Part part(Path file) {
    try {
      return Page.Part.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  /**
   * Returns the newest snapshot that is whole and unchanged, if there is any.
   *
   * @param warning is told of each newer one that isn't, and why
   */
  public Optional<StoredSnapshot> newest(Consumer<String> warning) {
    List<Long> newestFirst = new ArrayList<>(iterations());
    newestFirst.sort(Comparator.reverseOrder());
    for (long iteration : newestFirst) {
      try {
        return Optional.of(open(iteration));
      } catch (SnapshotException damaged) {
        warning.accept(
            "the snapshot of iteration " + iteration + " is damaged: " + damaged.getMessage());
      }
    }
    return Optional.empty();
  }

  /**
   * Opens a snapshot.
   *
   * @throws SnapshotException if it isn't whole, or has been changed
   */
  public StoredSnapshot open(long iteration) {
    Page page = Page.of(bytes(file(iteration, PAGE)));
    page.files().forEach(part -> part.check(folder));
    return new StoredSnapshot(iteration, weights(iteration), file(iteration, MEMORY), page.state());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new SnapshotException("its page can't be read", e);
    }
  }

  /** Returns after which iterations there are snapshots, in order. */
  public List<Long> iterations() {
    return files().stream()
        .map(NAME::matcher)
        .filter(name -> name.matches() && name.group(2).equals(PAGE))
        .map(name -> Long.parseLong(name.group(1)))
        .sorted()
        .toList();
  }

  /** Deletes a snapshot; if that is cut short, the rest of it is no snapshot. */
  public void delete(long iteration) {
    deletePage(iteration);
    delete(file(iteration, MEMORY));
    delete(weights(iteration));
  }

  /** Deletes the snapshots of later iterations: a training that goes on here makes its own. */
  public void deleteAfter(long iteration) {
    iterations().stream().filter(later -> later > iteration).forEach(this::delete);
  }

  /** Deletes what writing that was cut short has left behind. */
  public void deleteRemains() {
    List<Long> whole = iterations();
    for (String name : files()) {
      Matcher matcher = NAME.matcher(name);
      boolean orphan = matcher.matches() && !whole.contains(Long.parseLong(matcher.group(1)));
      if (orphan || (name.startsWith("iteration-") && name.endsWith(".tmp"))) {
        delete(folder.resolve(name));
      }
    }
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the folder " + folder, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("can't delete " + file, e);
    }
  }
}
