package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.NumbersException;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.format.Safetensors;
import org.cortado.engine.format.SafetensorsFile;
import org.cortado.engine.record.Ending;
import org.cortado.engine.record.Fingerprint;
import org.cortado.engine.record.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.InOrder;

class TrainingTest {

  private static final SolverListener NOBODY = new SolverListener() {};

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
    bench.solver(
        """
        net: net.yaml
        base_lr: 0.1
        max_iter: 5
        display: 2
        test: {interval: 2}
        snapshot: {interval: 2}
        """);
  }

  @Test
  void tellsWhatHappensInOrder() {
    SolverListener listener = mock(SolverListener.class);
    TrainingResult result = train("run", listener, "max_iter=3");
    InOrder order = inOrder(listener);
    order.verify(listener).started(0);
    order.verify(listener).iterationStarting(0);
    order.verify(listener).tested(any());
    order.verify(listener).iterationDone(any());
    order.verify(listener).iterationStarting(1);
    order.verify(listener).iterationDone(any());
    order.verify(listener).displayed(any());
    order.verify(listener).snapshotSaved(2, snapshot(result, 2));
    order.verify(listener).iterationStarting(2);
    order.verify(listener).tested(any());
    order.verify(listener).iterationDone(any());
    order.verify(listener).snapshotSaved(3, snapshot(result, 3));
    order.verify(listener).displayed(any());
    order.verify(listener).snapshotSaved(3, result.weights());
    order.verify(listener).tested(any());
    order.verify(listener).finished(result);
    order.verifyNoMoreInteractions();
  }

  @Test
  void fillsTheFolderOfTheRun() {
    TrainingResult result = train("run", NOBODY);
    assertThat(folder.resolve("run"))
        .isDirectoryContaining("glob:**/solver.yaml")
        .isDirectoryContaining("glob:**/net.yaml")
        .isDirectoryContaining("glob:**/manifest.json");
    assertThat(folder.resolve("run/snapshots"))
        .isDirectoryContaining("glob:**/iteration-2.safetensors")
        .isDirectoryContaining("glob:**/iteration-4.safetensors");
    assertThat(result.weights()).isEqualTo(folder.resolve("run/weights.safetensors"));
    try (SafetensorsFile weights = Safetensors.open(result.weights())) {
      assertThat(weights.metadata()).containsEntry("iteration", "5");
    }
  }

  @Test
  void writesDownWhatItMeasured() throws IOException {
    TrainingResult result = train("run", NOBODY);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("run/metrics.jsonl"))) {
      lines.add(new JsonMapper().readTree(line));
    }
    assertThat(lines)
        .extracting(line -> line.get("phase").textValue() + line.get("iteration"))
        .containsExactly("test0", "train2", "test2", "train4", "test4", "train5", "test5");
    assertThat(lines.get(5).get("loss").doubleValue()).isEqualTo(result.trainLoss());
    assertThat(lines.get(5).get("learning_rate").doubleValue()).isEqualTo(0.1);
    assertThat(lines.get(6).get("loss").doubleValue())
        .isEqualTo(result.test().orElseThrow().loss());
    assertThat(lines.get(6).get("items").intValue()).isEqualTo(10);
  }

  @Test
  void tellsWhatTheRunWasDoneWith() throws IOException {
    train("run", NOBODY, "seed=7", "net.layers.line.params=[]");
    Manifest manifest = Manifest.read(folder.resolve("run/manifest.json"));
    assertThat(manifest.run().seed()).isEqualTo(7);
    assertThat(manifest.run().threads()).isEqualTo(2);
    assertThat(manifest.run().data()).isEqualTo(folder.toString());
    assertThat(manifest.run().settings()).containsExactly("seed=7", "net.layers.line.params=[]");
    assertThat(manifest.software().backend()).isEqualTo("portable");
    assertThat(manifest.software().java()).contains(System.getProperty("java.vm.version"));
  }

  @Test
  void tellsInTheManifestWhatCameOfIt() {
    TrainingResult result = train("run", NOBODY);
    Manifest manifest = Manifest.read(folder.resolve("run/manifest.json"));
    assertThat(manifest.resumed()).isEmpty();
    assertThat(manifest.ended()).hasSize(1);
    Ending ending = manifest.result().orElseThrow();
    assertThat(ending.iterations()).isEqualTo(5);
    assertThat(ending.interrupted()).isFalse();
    assertThat(ending.metrics()).containsEntry("train.loss", result.trainLoss());
    assertThat(ending.metrics()).containsEntry("test.loss", result.test().orElseThrow().loss());
    assertThat(ending.weights()).isEqualTo(Fingerprint.of(result.weights()).sha256());
  }

  @Test
  void canBeRepeatedFromItsFolderAlone() throws IOException {
    TrainingResult first = train("run", NOBODY, "seed=7", "momentum=0.5", "net.name=other");
    Files.delete(bench.solverFile());
    Files.delete(folder.resolve("net.yaml"));
    Bench again = new Bench(folder.resolve("run"), "solver.yaml");
    try (Training training = again.training()) {
      TrainingResult second = training.run(RunFolder.createAt(folder.resolve("again")), NOBODY);
      assertThat(second.weights()).hasSameBinaryContentAs(first.weights());
    }
  }

  @Test
  void writesDownTheSolverWithAllDefaults() {
    train("run", NOBODY, "seed=7", "lr_policy={type: step, gamma: 0.5}", "lr_policy.stepsize=2");
    assertThat(folder.resolve("run/solver.yaml"))
        .hasContent(
            """
            net: net.yaml            # made of net.yaml
            base_lr: 0.1             # line-solver.yaml:2
            max_iter: 5              # line-solver.yaml:3
            display: 2               # line-solver.yaml:4
            test:
              interval: 2            # line-solver.yaml:5
              name: test             # default
              initialization: true   # default
            snapshot:
              interval: 2            # line-solver.yaml:6
              keep: 0                # default
              keep_every: 0          # default
            seed: 7                  # --set seed=7
            lr_policy:
              type: step             # --set lr_policy={type: step, gamma: 0.5}
              gamma: 0.5             # --set lr_policy={type: step, gamma: 0.5}
              stepsize: 2            # --set lr_policy.stepsize=2
            type:
              type: SGD              # default
              momentum: 0            # default
            weight_decay: 0          # default
            regularization_type: l2  # default
            decoupled_decay: false   # default
            clip_sums: false         # default
            iter_size: 1             # default
            """);
  }

  @Test
  void writesDownTheNetWithTheDefaultsOfItsLayers() {
    bench.net(
        """
        name: line
        blocks:
          learner:
            inputs: [x]
            outputs: [line]
            layers:
              - {name: line, type: Line, bottom: x}
        layers:
          - {name: cases, type: Cases, top: [x, t, number], options: {count: 10, batch_size: 4}}
          - {name: deep, block: learner, bottom: x, top: line}
          - {name: loss, type: SquaredError, bottom: [line, t]}
        """);
    train("run", NOBODY);
    assertThat(folder.resolve("run/net.yaml"))
        .content()
        .contains("    overshoot: false  # default\n")
        .contains("# net.yaml:7, a block used at net.yaml:10\n");
  }

  @Test
  void givesTheSameBytesForTheSameSeed() throws IOException {
    Path first = train("first", NOBODY).weights();
    assertThat(train("second", NOBODY).weights()).hasSameBinaryContentAs(first);
    Path other = train("third", NOBODY, "seed=2").weights();
    assertThat(Files.mismatch(first, other)).isNotNegative();
  }

  @Test
  void testsDoNotChangeWhatIsLearned() {
    Path tested = train("tested", NOBODY, "test.interval=1").weights();
    bench.solver(Bench.SOLVER);
    assertThat(train("untested", NOBODY, "max_iter=5").weights()).hasSameBinaryContentAs(tested);
  }

  @Test
  void savesWhatItHasWhenInterrupted() {
    try (Training training = bench.training()) {
      SolverListener interrupter =
          new SolverListener() {
            @Override
            public void iterationStarting(long done) {
              if (done == 2) {
                training.stop();
              }
            }
          };
      TrainingResult result = training.run(RunFolder.createAt(folder.resolve("run")), interrupter);
      assertThat(result.interrupted()).isTrue();
      assertThat(result.iterations()).isEqualTo(3);
      assertThat(result.weights()).exists();
      assertThat(folder.resolve("run/snapshots/iteration-3.safetensors")).exists();
    }
  }

  @Test
  void isCompleteWhenStoppedInItsLastIteration() {
    try (Training training = bench.training("max_iter=1")) {
      SolverListener interrupter =
          new SolverListener() {
            @Override
            public void iterationStarting(long done) {
              training.stop();
            }
          };
      TrainingResult result = training.run(RunFolder.createAt(folder.resolve("run")), interrupter);
      assertThat(result.interrupted()).isFalse();
      assertThat(result.test()).isPresent();
    }
  }

  @Test
  void savesTheFirstWeightsWhenStoppedBeforeItBegins() {
    try (Training training = bench.training()) {
      training.stop();
      TrainingResult result = training.run(RunFolder.createAt(folder.resolve("run")), NOBODY);
      assertThat(result.interrupted()).isTrue();
      assertThat(result.iterations()).isZero();
      assertThat(result.iterationsPerSecond()).isZero();
      assertThat(result.weights()).exists();
    }
  }

  @Test
  void testsAtTheEndEvenIfNotInBetween() {
    TrainingResult result = train("run", NOBODY, "test={}");
    assertThat(result.test()).isPresent();
    assertThat(folder.resolve("run/metrics.jsonl")).content().containsOnlyOnce("\"test\"");
  }

  @Test
  void beginsWithoutATestIfAsked() {
    train("run", NOBODY, "test.initialization=false", "test.interval=3");
    assertThat(folder.resolve("run/metrics.jsonl"))
        .content()
        .contains("{\"iteration\":3,\"phase\":\"test\"")
        .doesNotContain("{\"iteration\":0");
  }

  @Test
  void doesNotTestUnlessAsked() {
    bench.solver(Bench.SOLVER);
    assertThat(train("run", NOBODY).test()).isEmpty();
    assertThat(folder.resolve("run/metrics.jsonl")).content().doesNotContain("\"test\"");
  }

  @Test
  void savesNoLastWeightsThatAreNoNumbers() {
    bench.solver(Bench.SOLVER + "snapshot: {interval: 1}\n");
    SolverListener saved = mock(SolverListener.class);
    assertThatThrownBy(() -> train("run", saved, "max_iter=1", "base_lr=1e60"))
        .isInstanceOf(NumbersException.class)
        .hasMessageMatching(
            "iteration 1: parameter 'line.0' holds -?(NaN|Infinity) at \\[0] of \\[3]; 3 of 3"
                + " aren't finite; is base_lr too high\\?");
    assertThat(folder.resolve("run/weights.safetensors")).doesNotExist();
    assertThat(folder.resolve("run/snapshots")).isEmptyDirectory();
  }

  @Test
  void givesAllMemoryBackWhenTheLastOfItIsRefused() {
    CountedMemory enough = new CountedMemory(Integer.MAX_VALUE);
    bench.training(enough.of(bench.backend)).close();
    assertThat(enough.open()).isZero();
    CountedMemory less = new CountedMemory(enough.asked() - 1);
    assertThatThrownBy(() -> bench.training(less.of(bench.backend)))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(less.open()).isZero();
  }

  @Test
  void reportsTheFaultsOfBothFilesTogether() {
    bench.net(Bench.NET.replace("options:", "optons:"));
    assertThatThrownBy(() -> bench.training("momentum=2", "net.layers.line.typo=1"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("momentum")
        .hasMessageContaining("'optons'")
        .hasMessageContaining("'typo'");
  }

  @Test
  void asksHowLongATestIsWhereNoDataLayerTells() {
    bench.net(
        Bench.NET
            .replace("type: Cases", "type: FixedCases")
            .replaceAll(", options: .*\\}\\}", "}"));
    assertThatThrownBy(bench::training)
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            bench.solverFile()
                + ":5:1: test.iterations is missing: net 'line' has no data layer in the test phase"
                + " that tells how long a test is");
    assertThat(train("run", NOBODY, "test.iterations=2").test().orElseThrow().items()).isEqualTo(2);
  }

  @Test
  void refusesToCountWhereADataLayerTells() {
    assertThatThrownBy(() -> bench.training("test.iterations=2"))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            "--set test.iterations=2: test.iterations is for nets without a data layer; a test of"
                + " net 'line' ends when each item was shown once");
  }

  @Test
  void refusesANetWithoutALoss() {
    bench.net(Bench.NET.replaceAll("(?m)^.*SquaredError.*$", ""));
    assertThatThrownBy(bench::training)
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            folder.resolve("net.yaml")
                + ": net 'line' has no loss in the train phase, so that nothing can be learned");
  }

  @Test
  void reportsTheFaultsOfBothPhasesTogether() {
    bench.net(
        Bench.NET
            + "  - {name: a, type: Linne, bottom: line, phase: train}\n"
            + "  - {name: b, type: Linf, bottom: line, phase: test}\n");
    assertThatThrownBy(bench::training)
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("net.yaml:6:21: layer 'a': unknown layer type 'Linne'")
        .hasMessageContaining("net.yaml:7:21: layer 'b': unknown layer type 'Linf'");
  }

  private static Path snapshot(TrainingResult result, long done) {
    return result.run().resolve("snapshots/iteration-" + done + ".safetensors");
  }

  private TrainingResult train(String run, SolverListener listener, String... settings) {
    try (Training training = bench.training(settings)) {
      return training.run(RunFolder.createAt(folder.resolve(run)), listener);
    }
  }
}
