package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
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
  private static final long SIGINT = 0b10;

  @Test
  @Timeout(60)
  void savesWhatThereIsWhenInterrupted() throws Exception {
    assumeThat(ignoresInterrupts()).as("who started this JVM made it deaf to SIGINT").isFalse();
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
    assertThat(ended.err()).contains("the same again ends at once");
    assertThat(ended.out()).contains("stopped after");
    assertThat(run.resolve("weights.safetensors")).isNotEmptyFile();
  }

  /** A shell that starts a job in the background without job control makes it ignore SIGINT. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & SIGINT) != 0);
  }
}
