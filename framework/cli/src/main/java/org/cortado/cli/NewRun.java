package org.cortado.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.cortado.engine.solver.RunFolder;

/** Where new runs go. */
final class NewRun {

  private static final Path RUNS = Path.of("runs");

  private NewRun() {}

  /** Makes the folder that was asked for, or else one of a name and the time below {@code runs}. */
  static RunFolder folder(Optional<Path> asked, String name) {
    return asked
        .map(RunFolder::createAt)
        .orElseGet(() -> RunFolder.createIn(RUNS, name, LocalDateTime.now(ZoneId.systemDefault())));
  }
}
