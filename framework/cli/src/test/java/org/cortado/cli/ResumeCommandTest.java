package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeCommandTest {

  @TempDir private Path folder;

  private Invocation train(Path run, Object... more) {
    Object[] all = new Object[6 + more.length];
    Object[] first = {"train", TinyNets.solver(folder), "--out", run, "--backend", "portable"};
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Invocation.of(all);
  }

  private static Invocation resume(Path run, Object... more) {
    Object[] all = new Object[5 + more.length];
    Object[] first = {"train", "--resume", run, "--backend", "portable"};
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Invocation.of(all);
  }

  @Test
  void goesOnToTheSameWeights() {
    Path whole = folder.resolve("whole");
    Path half = folder.resolve("half");
    train(whole);
    train(half, "--set", "max_iter=9");
    Invocation resumed = resume(half, "--set", "max_iter=20");
    assertThat(resumed.code()).isEqualTo(ExitCode.GOOD);
    assertThat(resumed.err()).contains("going on after iteration 9");
    assertThat(resumed.out()).contains("trained 20 iterations");
    assertThat(half.resolve("weights.safetensors"))
        .hasSameBinaryContentAs(whole.resolve("weights.safetensors"));
  }

  @Test
  void needsNoOtherFilesThanTheRuns() throws IOException {
    Path run = folder.resolve("run");
    train(run, "--set", "max_iter=9");
    Files.delete(TinyNets.solver(folder));
    assertThat(resume(run, "--set", "max_iter=12").code()).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void fallsBackToTheSnapshotBeforeADamagedOne() throws IOException {
    Path run = folder.resolve("run");
    train(run, "--set", "snapshot={interval: 5}", "--set", "max_iter=12");
    Path page = run.resolve("snapshots/iteration-12.snapshot");
    Files.writeString(page, Files.readString(page).replace("12", "13"));
    Invocation resumed = resume(run);
    assertThat(resumed.code()).isEqualTo(ExitCode.GOOD);
    assertThat(resumed.err())
        .contains("the snapshot of iteration 12 is damaged: its page has been changed")
        .contains("going on after iteration 10");
  }

  @Test
  void saysWhenThereIsNothingLeftToDo() {
    Path run = folder.resolve("run");
    train(run);
    Invocation resumed = resume(run);
    assertThat(resumed.code()).isEqualTo(ExitCode.GOOD);
    assertThat(resumed.err())
        .contains("going on after iteration 20, which was the last: nothing is left to do");
    assertThat(resumed.out()).doesNotContain("0.00 a second");
  }

  @Test
  void saysWhyItEndedEarly() {
    Invocation train =
        train(
            folder.resolve("run"),
            "--set",
            "early_stopping={metric: test.accuracy, patience: 1, min_gain: 5}",
            "--set",
            "test.interval=2");
    assertThat(train.out()).contains("ended early: test.accuracy got no better 1 times in a row");
  }

  @Test
  void leavesAPageOfATrainingThatFailed() {
    Path run = folder.resolve("run");
    assertThat(train(run, "--set", "base_lr=1e300").code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(run.resolve("report.html")).isNotEmptyFile();
  }

  @Test
  void refusesAFolderWithoutAName() {
    assertThat(train(Path.of("")).err()).contains("--out names no folder");
  }

  @Test
  void refusesAFolderThatIsNoRun() {
    Invocation resumed = resume(folder);
    assertThat(resumed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(resumed.err())
        .contains("'" + folder + "' is not the folder of a run: it lacks solver.yaml");
  }

  @Test
  void refusesAnotherFolderOrOtherWeights() {
    Path run = folder.resolve("run");
    train(run);
    assertThat(resume(run, "--out", "elsewhere").err()).contains("leave --out out");
    assertThat(resume(run, "--weights", "w.safetensors").err()).contains("leave --weights out");
  }

  @Test
  void wantsASolverOrARun() {
    Invocation train = Invocation.of("train");
    assertThat(train.code()).isEqualTo(ExitCode.USAGE);
    assertThat(train.err()).contains("a solver's file is missing");
  }

  @Test
  void saysHowToGoOnWithARunThatIsThere() {
    Path run = folder.resolve("run");
    train(run);
    Invocation again = train(run);
    assertThat(again.code()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("go on with it by 'train --resume " + run + "'");
  }

  @Test
  void refusesAnEffectThatThereIsNot() {
    Invocation train = train(folder.resolve("run"), "--sigint", "die");
    assertThat(train.code()).isEqualTo(ExitCode.USAGE);
    assertThat(train.err()).contains("must be stop, snapshot or none, but is 'die'");
  }
}
