package org.cortado.engine.watch;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cortado.api.DataLayer;
import org.cortado.engine.net.NetLayer;

/**
 * Keeps what it takes to see a failure again, as far as it can: what was found is told even where
 * the disk is full.
 */
final class Keeper {

  private final Optional<Path> run;
  private final Optional<FailureFolder> folder;
  private final List<Failure.Fed> batch = new ArrayList<>();
  private Optional<String> fault = Optional.empty();

  /**
   * Makes one.
   *
   * @param run the run's folder, if there is one
   */
  Keeper(Optional<Path> run) {
    this.run = run;
    folder = run.map(FailureFolder::in);
    keep(FailureFolder::open);
  }

  /** Writes something, unless something else could not be written. */
  void keep(Consumer<FailureFolder> write) {
    if (folder.isPresent() && fault.isEmpty()) {
      try {
        write.accept(folder.get());
      } catch (UncheckedIOException e) {
        fault = Optional.of(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Writes what a layer feeds, if it is a data layer. */
  void keepBatch(NetLayer layer) {
    if (layer.layer() instanceof DataLayer) {
      keep(to -> batch.addAll(to.saveBatch(layer)));
    }
  }

  /** Returns what was fed. */
  List<Failure.Fed> batch() {
    return List.copyOf(batch);
  }

  /** Returns what to tell the user of it. */
  String words() {
    return run.map(
            path ->
                fault
                    .map(why -> "\nwhat it takes to see it again could not be kept: " + why)
                    .orElse("\nsee it again by: cortado replay " + path))
        .orElse("");
  }
}
