package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.snapshot.SnapshotException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {

  private static final SolverListener NOBODY = new SolverListener() {};

  @TempDir Path folder;
  private Bench bench;
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
    bench.solver(
        """
        net: net.yaml
        base_lr: 0.05
        type: {type: SGD, momentum: 0.9}
        lr_policy: {type: plateau, metric: train.loss, patience: 0, gamma: 0.7}
        iter_size: 2
        max_iter: 20
        display: 3
        test: {interval: 4}
        snapshot: {interval: 5, best: {metric: test.loss}}
        """);
  }

  /** Breaks off before an iteration, as a killed process does. */
  private static final class Kill extends RuntimeException implements SolverListener {

    private static final long serialVersionUID = 1L;
    private final long before;

    Kill(long before) {
      this.before = before;
    }

    @Override
    public void iterationStarting(long done) {
      if (done == before) {
        throw this;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4, 5, 6, 9, 10, 14, 17, 19})
  void endsInTheSameBytesAsARunThatWasNeverKilled(long before) throws IOException {
    RunFolder whole = run("whole", NOBODY);
    RunFolder killed = kill("killed", before);
    resume(killed);
    assertThat(killed.weights()).hasSameBinaryContentAs(whole.weights());
    assertThat(killed.best()).hasSameBinaryContentAs(whole.best());
    assertThat(killed.metrics()).hasSameBinaryContentAs(whole.metrics());
    for (Path file : files(whole.snapshots())) {
      assertThat(killed.snapshots().resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
    assertThat(files(killed.snapshots())).hasSameSizeAs(files(whole.snapshots()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=Nesterov",
        "type={type: Adam, momentum: 0.8}",
        "type={type: AdaDelta}",
        "type={type: NAdam}",
        "type={type: LARS, momentum: 0.9}",
        "average={type: ema, decay: 0.9}",
        "average={type: swa, start: 3, interval: 2}",
        "clip_gradients=0.1",
        "early_stopping={patience: 3, min_gain: 0.01}",
        "lr_policy={type: warmup, iterations: 7, then: {type: cosine, period: 3}}",
        "display=4"
      })
  void endsInTheSameBytesWhateverIsRemembered(String setting) {
    RunFolder whole = run("whole", NOBODY, setting);
    RunFolder killed = kill("killed", 13, setting);
    resume(killed, setting);
    assertThat(killed.weights()).hasSameBinaryContentAs(whole.weights());
    assertThat(killed.metrics()).hasSameBinaryContentAs(whole.metrics());
  }

  @Test
  void testsAndSavesAverages() throws IOException {
    RunFolder plain = run("plain", NOBODY, "max_iter=8");
    RunFolder averaged = run("averaged", NOBODY, "max_iter=8", "average={type: ema, decay: 0.9}");
    assertThat(averaged.snapshots().resolve("iteration-8.safetensors"))
        .hasSameBinaryContentAs(plain.snapshots().resolve("iteration-8.safetensors"));
    assertThat(Files.mismatch(averaged.weights(), plain.weights())).isNotNegative();
  }

  /** Warned of before the snapshot that it goes on from, and after counting on both sides of it. */
  @ParameterizedTest
  @ValueSource(ints = {3, 7})
  void warnsOnceAsARunThatWasNeverKilled(int patience) throws IOException {
    String[] settings = {
      "base_lr=1e-12", "display=1", "lr_policy=fixed", "watch={patience: " + patience + "}"
    };
    RunFolder whole = run("whole", NOBODY, settings);
    RunFolder killed = kill("killed", 9, settings);
    resume(killed, settings);
    assertThat(whole.metrics())
        .content()
        .containsOnlyOnce(
            "{\"iteration\":" + patience + ",\"phase\":\"warning\",\"text\":\"weights 'line.0'");
    assertThat(killed.metrics()).hasSameBinaryContentAs(whole.metrics());
  }

  @Test
  void endsInTheSameBytesAfterAStop() {
    RunFolder whole = run("whole", NOBODY);
    RunFolder stopped = RunFolder.createAt(folder.resolve("stopped"));
    try (Training training = bench.training()) {
      SolverListener stopper =
          new SolverListener() {
            @Override
            public void iterationDone(IterationReport report) {
              if (report.iteration() == 7) {
                training.stop();
              }
            }
          };
      training.run(stopped, stopper);
    }
    resume(stopped);
    assertThat(notes).containsExactly("going on after iteration 7");
    assertThat(stopped.weights()).hasSameBinaryContentAs(whole.weights());
    assertThat(stopped.metrics()).hasSameBinaryContentAs(whole.metrics());
  }

  @Test
  void goesOnBeyondTheEndWhenAskedForMore() {
    RunFolder whole = run("whole", NOBODY, "lr_policy=fixed");
    RunFolder longer = run("longer", NOBODY, "lr_policy=fixed", "max_iter=10");
    resume(longer, "lr_policy=fixed");
    assertThat(longer.weights()).hasSameBinaryContentAs(whole.weights());
  }

  @Test
  void takesTheSnapshotBeforeADamagedOne() throws IOException {
    RunFolder whole = run("whole", NOBODY);
    RunFolder killed = kill("killed", 18);
    Path newest = killed.snapshots().resolve("iteration-15.safetensors");
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length - 1] ^= 1;
    Files.write(newest, bytes);
    resume(killed);
    assertThat(notes)
        .containsExactly(
            "the snapshot of iteration 15 is damaged: its file iteration-15.safetensors has been"
                + " changed",
            "going on after iteration 10");
    assertThat(killed.weights()).hasSameBinaryContentAs(whole.weights());
  }

  @Test
  void clearsAwayWhatAKilledProcessLeft() throws IOException {
    RunFolder killed = kill("killed", 12);
    Path torn = killed.snapshots().resolve("iteration-15.safetensors");
    Path temporary = killed.snapshots().resolve("iteration-15.safetensors.17-3.tmp");
    Files.writeString(torn, "torn");
    Files.writeString(temporary, "torn");
    try (Training training = bench.training("max_iter=12")) {
      training.resume(killed, NOBODY, notes::add);
    }
    assertThat(torn).doesNotExist();
    assertThat(temporary).doesNotExist();
  }

  @Test
  void refusesToBeginAnewWhereAllSnapshotsAreDamaged() throws IOException {
    RunFolder killed = kill("killed", 12);
    for (Path file : files(killed.snapshots())) {
      Files.write(file, new byte[] {1});
    }
    assertThatThrownBy(() -> resume(killed))
        .isInstanceOf(SnapshotException.class)
        .hasMessageStartingWith("no snapshot in '" + killed.snapshots() + "' can be gone on with");
    assertThat(killed.metrics()).isNotEmptyFile();
  }

  @Test
  void neverKeepsADamagedSnapshotInPlaceOfAWholeOne() throws IOException {
    String[] keep = {"snapshot={interval: 5, keep: 2}"};
    RunFolder killed = kill("killed", 16, keep);
    Files.writeString(killed.snapshots().resolve("iteration-15.snapshot"), "torn");
    resume(killed, "snapshot={interval: 2, keep: 1}", "max_iter=12");
    assertThat(names(killed.snapshots(), ".snapshot")).containsExactly("iteration-12.snapshot");
  }

  @Test
  void staysEndedWhereItEndedEarly() {
    String[] early = {"early_stopping={metric: train.loss, patience: 1, min_gain: 1000}"};
    RunFolder run = run("early", NOBODY, early);
    List<Long> done = new ArrayList<>();
    SolverListener counter =
        new SolverListener() {
          @Override
          public void iterationDone(IterationReport report) {
            done.add(report.iteration());
          }
        };
    try (Training training = bench.training(early)) {
      TrainingResult result = training.resume(run, counter, notes::add);
      assertThat(result.interrupted()).isFalse();
    }
    assertThat(done).isEmpty();
  }

  @Test
  void staysInterruptedWhateverTheLastReportSays() {
    try (Training training =
        bench.training(
            "early_stopping={metric: train.loss, patience: 1, min_gain: 1000}", "display=3")) {
      SolverListener stopper =
          new SolverListener() {
            @Override
            public void iterationDone(IterationReport report) {
              if (report.iteration() == 4) {
                training.stop();
              }
            }
          };
      TrainingResult result = training.run(RunFolder.createAt(folder.resolve("run")), stopper);
      assertThat(result.interrupted()).isTrue();
      assertThat(result.tests()).isEmpty();
    }
  }

  @Test
  void testsTheWeightsOfAnEarlyEndOnce() throws IOException {
    RunFolder run =
        run("early", NOBODY, "early_stopping={patience: 2, min_gain: 1000}", "test.interval=1");
    assertThat(Files.readAllLines(run.metrics()))
        .filteredOn(line -> line.contains("\"phase\":\"test\""))
        .hasSize(3);
  }

  @Test
  void keepsTheSettingsThatItGoesOnWith() {
    RunFolder run = run("run", NOBODY, "max_iter=6");
    resume(run, "max_iter=9");
    assertThat(run.solver()).content().contains("max_iter: 9");
    assertThat(run.manifest()).content().contains("\"settings\" : [ \"max_iter=9\" ]");
  }

  @Test
  void checksTheNamesOfMetricsBeforeItTrains() {
    assertThatThrownBy(
            () ->
                bench.training(
                    "snapshot={best: {metric: test.los}}",
                    "early_stopping={metric: tests.loss}",
                    "lr_policy={type: plateau, metric: test.accuracy}"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("snapshot.best.metric: nothing measures 'test.los'; did you mean")
        .hasMessageContaining("early_stopping.metric: nothing measures 'tests.loss'; did you mean")
        .hasMessageContaining(
            "lr_policy: nothing measures 'test.accuracy'; known are train.loss, test.loss");
  }

  @Test
  void keepsTheLastSnapshotsAndThoseOfRoundNumbers() throws IOException {
    RunFolder run =
        run("run", NOBODY, "snapshot={interval: 2, keep: 2, keep_every: 6}", "max_iter=15");
    assertThat(names(run.snapshots(), ".snapshot"))
        .containsExactlyInAnyOrder(
            "iteration-6.snapshot",
            "iteration-12.snapshot",
            "iteration-14.snapshot",
            "iteration-15.snapshot");
  }

  @Test
  void refusesAnotherSeed() {
    RunFolder killed = kill("killed", 12);
    assertThatThrownBy(() -> resume(killed, "seed=2"))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("the training began with seed 1 and can't go on with seed 2");
  }

  @Test
  void refusesAnotherNet() {
    RunFolder killed = kill("killed", 12);
    bench.net(
        Bench.NET
            .replace("name: line, type", "name: lines, type")
            .replace("[line, t]", "[lines, t]"));
    assertThatThrownBy(() -> resume(killed))
        .isInstanceOf(SnapshotException.class)
        .hasMessageStartingWith("the snapshot of iteration 10 doesn't go with this training:")
        .hasMessageContaining("it lacks lines.0")
        .hasMessageContaining("line.0 is in it, but nothing asks for it now");
  }

  @Test
  void refusesAFolderInWhichAnotherTrainingIsAtWork() {
    RunFolder killed = kill("killed", 12);
    SolverListener second =
        new SolverListener() {
          @Override
          public void started(long done) {
            assertThatThrownBy(() -> resume(killed))
                .isInstanceOf(RunFolderException.class)
                .hasMessageStartingWith("another training is at work in");
          }
        };
    try (Training training = bench.training()) {
      training.resume(killed, second, notes::add);
    }
  }

  @Test
  void stopsEarlyWhenTestsGetNoBetter() {
    try (Training training =
        bench.training(
            "early_stopping={patience: 2, min_gain: 1000}", "test.interval=1", "max_iter=100")) {
      TrainingResult result = training.run(RunFolder.createAt(folder.resolve("early")), NOBODY);
      assertThat(result.iterations()).isEqualTo(2);
      assertThat(result.interrupted()).isFalse();
    }
  }

  private RunFolder run(String name, SolverListener listener, String... settings) {
    RunFolder run = RunFolder.createAt(folder.resolve(name));
    try (Training training = bench.training(settings)) {
      training.run(run, listener);
    }
    return run;
  }

  private RunFolder kill(String name, long before, String... settings) {
    RunFolder run = RunFolder.createAt(folder.resolve(name));
    try (Training training = bench.training(settings)) {
      assertThatThrownBy(() -> training.run(run, new Kill(before))).isInstanceOf(Kill.class);
    }
    return run;
  }

  private void resume(RunFolder run, String... settings) {
    try (Training training = bench.training(settings)) {
      training.resume(run, NOBODY, notes::add);
    }
  }

  private static List<String> names(Path folder, String ending) throws IOException {
    return files(folder).stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.endsWith(ending))
        .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
