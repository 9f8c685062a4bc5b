package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {

  private static final LocalDateTime TIME = LocalDateTime.of(2026, 2, 3, 4, 5, 6);

  @TempDir Path folder;

  @Test
  void isNamedAfterTheSolverAndTheTime() {
    Path runs = folder.resolve("runs");
    RunFolder run = RunFolder.createIn(runs, "lenet-solver", TIME);
    assertThat(run.path()).isEqualTo(runs.resolve("lenet-solver-20260203-040506")).isDirectory();
    assertThat(run.snapshots()).isEqualTo(run.path().resolve("snapshots")).isDirectory();
  }

  @Test
  void giveEachRunOfOneSecondItsOwn() {
    RunFolder.createIn(folder, "s", TIME);
    assertThat(RunFolder.createIn(folder, "s", TIME).path())
        .isEqualTo(folder.resolve("s-20260203-040506-2"));
    assertThat(RunFolder.createIn(folder, "s", TIME).path())
        .isEqualTo(folder.resolve("s-20260203-040506-3"));
  }

  @Test
  void takesAFolderWithOtherThings() throws IOException {
    Files.createFile(folder.resolve("notes.txt"));
    assertThat(RunFolder.createAt(folder).path()).isEqualTo(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "weights.safetensors", "metrics.jsonl", "snapshots"})
  void neverOverwritesARun(String trace) throws IOException {
    Files.createFile(folder.resolve(trace));
    assertThatThrownBy(() -> RunFolder.createAt(folder))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            "'"
                + folder
                + "' holds a run already; go on with it by 'train --resume "
                + folder
                + "', or name another folder");
  }

  @Test
  void saysWhereAFolderIsImpossible() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> RunFolder.createAt(file.resolve("run")))
        .isInstanceOf(RunFolderException.class)
        .hasMessageStartingWith("can't make the folder '" + file.resolve("run") + "' for the run");
    assertThatThrownBy(() -> RunFolder.createIn(file, "s", TIME))
        .isInstanceOf(RunFolderException.class);
  }
}
