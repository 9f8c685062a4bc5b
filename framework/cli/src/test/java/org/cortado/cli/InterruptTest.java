package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class InterruptTest {

  @TempDir private Path folder;

  /** The signal is sent only once the training runs: before, it would end the tests. */
  @Test
  @Timeout(60)
  void savesWhatThereIsWhenInterrupted() throws Exception {
    Path run = folder.resolve("run");
    Path solver = TinyNets.solver(folder);
    CompletableFuture<Invocation> training =
        CompletableFuture.supplyAsync(
            () -> Invocation.of("train", solver, "--out", run, "--set", "max_iter=1000000000"));
    Path metrics = run.resolve("metrics.jsonl");
    while (metrics.toFile().length() < 1000) {
      assertThat(training).as("the training must run until it is interrupted").isNotDone();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    new ProcessBuilder("kill", "-INT", String.valueOf(ProcessHandle.current().pid())).start();
    Invocation ended = training.get();
    assertThat(ended.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(ended.err()).contains("Ctrl-C once more ends at once");
    assertThat(ended.out()).contains("stopped after");
    assertThat(run.resolve("weights.safetensors")).isNotEmptyFile();
  }
}
