package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

  @TempDir private Path folder;

  private Path trained() {
    Path run = folder.resolve("run");
    Invocation.of("train", TinyNets.solver(folder), "--out", run, "--quiet");
    return run.resolve("weights.safetensors");
  }

  @Test
  void averagesOverEachItemOnce() {
    Path weights = trained();
    Invocation test = Invocation.of("test", folder.resolve("tiny.yaml"), "--weights", weights);
    assertThat(test.code()).isEqualTo(ExitCode.GOOD);
    assertThat(test.out()).containsPattern("accuracy +1\nloss +0\\.[0-9]+\n6 items in ");
  }

  @Test
  void takesASolverToo() {
    Path weights = trained();
    Invocation test =
        Invocation.of("test", folder.resolve("tiny-solver.yaml"), "--weights", weights, "--json");
    assertThat(test.json().get("test.accuracy").doubleValue()).isEqualTo(1);
    assertThat(test.json().get("test.loss").doubleValue()).isBetween(0.0, 0.5);
    assertThat(test.json().get("items").intValue()).isEqualTo(6);
  }

  @Test
  void refusesATestOfNoPasses() {
    Invocation test = Invocation.of("test", TinyNets.net(folder), "--passes", 0);
    assertThat(test.code()).isEqualTo(ExitCode.USAGE);
    assertThat(test.err()).contains("--passes must be at least 1, but is 0");
  }

  @Test
  void leavesTheCountingToDataLayers() {
    Invocation test = Invocation.of("test", TinyNets.net(folder), "--passes", 3);
    assertThat(test.code()).isEqualTo(ExitCode.USAGE);
    assertThat(test.err())
        .contains(
            "--passes is for nets without a data layer; a test of net 'tiny' ends when each item"
                + " was shown once");
  }

  @Test
  void reportsWeightsThatAreNotThere() {
    Path net = TinyNets.net(folder);
    Invocation test = Invocation.of("test", net, "--weights", folder.resolve("nowhere"));
    assertThat(test.code()).isEqualTo(ExitCode.WEIGHTS);
    assertThat(test.err()).contains("nowhere").hasLineCount(1);
  }
}
