package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

  @TempDir private Path folder;
  private Path run;

  @BeforeEach
  void nameTheRun() {
    run = folder.resolve("run");
  }

  private Invocation train(Object... more) {
    return trainTo(run, more);
  }

  private Invocation trainTo(Path out, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("train", TinyNets.solver(folder), "--out", out, "--backend", "portable"));
    arguments.addAll(Arrays.asList(more));
    return Invocation.of(arguments.toArray());
  }

  @Test
  void printsALineForEachReportAndASummary() {
    Invocation train = train();
    assertThat(train.code()).isEqualTo(ExitCode.GOOD);
    assertThat(train.out())
        .containsPattern("test at 0  accuracy [0-9.]+  loss [0-9.]+  \\(6 items\\)\n")
        .containsPattern("iteration 5/20  loss \\S+  lr 0.1  [0-9.]+ images/s  \\d:\\d\\d left\n")
        .contains("iteration 20/20  ")
        .contains("trained 20 iterations in 0:0")
        .contains(run.resolve("weights.safetensors").toString());
    assertThat(train.err()).isEmpty();
  }

  @Test
  void leavesWeightsAndMetrics() {
    train();
    assertThat(run.resolve("weights.safetensors")).isNotEmptyFile();
    assertThat(run.resolve("metrics.jsonl")).content().contains("\"accuracy\"");
  }

  @Test
  void endsInOneLineOfJson() {
    Invocation train = train("--json");
    JsonNode json = train.json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "iterations",
            "seconds",
            "iterations_per_second",
            "train.loss",
            "test.accuracy",
            "test.loss",
            "weights",
            "run");
    assertThat(json.get("iterations").intValue()).isEqualTo(20);
    assertThat(json.get("test.accuracy").doubleValue()).isBetween(0.5, 1.0);
    assertThat(train.out()).hasLineCount(1);
    assertThat(train.err()).contains("iteration 5/20");
  }

  @Test
  void feedsTensorBoardWhenAsked() {
    train();
    assertThat(run.resolve("tensorboard")).doesNotExist();
    Path second = folder.resolve("second");
    trainTo(second, "--tensorboard");
    assertThat(second.resolve("tensorboard")).isNotEmptyDirectory();
  }

  @Test
  void isQuietWhenAsked() {
    assertThat(train("--quiet").out())
        .doesNotContain("iteration 5/20")
        .contains("trained 20 iterations");
  }

  @Test
  void givesEqualWeightsForEqualSeeds() throws IOException {
    Path[] runs = {folder.resolve("a"), folder.resolve("b"), folder.resolve("c")};
    trainTo(runs[0], "--seed", 7);
    trainTo(runs[1], "--set", "seed=7");
    trainTo(runs[2], "--seed", 8);
    assertThat(weights(runs[0])).isEqualTo(weights(runs[1])).isNotEqualTo(weights(runs[2]));
  }

  private static byte[] weights(Path run) throws IOException {
    return Files.readAllBytes(run.resolve("weights.safetensors"));
  }

  @Test
  void beginsWithGivenWeights() throws IOException {
    train();
    Path second = folder.resolve("second");
    trainTo(second, "--weights", run.resolve("weights.safetensors"), "--set", "base_lr=0");
    assertThat(Files.readString(second.resolve("metrics.jsonl")).lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).contains("\"accuracy\":1.0"));
  }

  @Test
  void refusesWeightsOfAnotherNet() {
    train();
    Invocation second =
        trainTo(
            folder.resolve("second"),
            "--weights",
            run.resolve("weights.safetensors"),
            "--set",
            "net.layers.scores.options.num_output=3");
    assertThat(second.code()).isEqualTo(ExitCode.WEIGHTS);
    assertThat(second.err()).contains("scores.0 is [3x2] in the net, but [2x2] in the file");
    assertThat(folder.resolve("second")).doesNotExist();
  }

  @Test
  void refusesAFolderThatHoldsARun() {
    train();
    Invocation again = train();
    assertThat(again.code()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("holds a run already");
  }

  @Test
  void endsWhenTheLossIsNoNumber() {
    Invocation train = train("--set", "base_lr=1e300");
    assertThat(train.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(train.err()).contains("iteration").doesNotContain("\tat ");
  }

  @Test
  void reportsWhatIsWrongWithTheFiles() {
    Invocation train = train("--set", "momentum=2", "--set", "net.layers.scores.type=Nope");
    assertThat(train.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(train.err()).contains("momentum");
    assertThat(run).doesNotExist();
  }

  @Test
  void refusesABackendThatThereIsNot() {
    Invocation train =
        Invocation.of("train", TinyNets.solver(folder), "--out", run, "--backend", "portabel");
    assertThat(train.code()).isEqualTo(ExitCode.USAGE);
    assertThat(train.err()).contains("did you mean 'portable'?");
  }

  @Test
  void refusesNoThreads() {
    Invocation train = train("--threads", "0");
    assertThat(train.code()).isEqualTo(ExitCode.USAGE);
    assertThat(train.err()).startsWith("--threads must be at least 1, but is 0");
  }

  @Test
  void saysWhichDataAreMissing() throws IOException {
    Path solver = TinyNets.solver(folder);
    Files.delete(folder.resolve("rows.csv"));
    Invocation train = Invocation.of("train", solver, "--out", folder.resolve("none"));
    assertThat(train.code()).isEqualTo(ExitCode.DATA);
    assertThat(train.err()).contains("rows.csv").doesNotContain("internal error");
  }

  @Test
  void saysThatANetIsNoSolver() {
    Invocation train = Invocation.of("train", TinyNets.net(folder));
    assertThat(train.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(train.err()).contains("this is a net; a solver is wanted").hasLineCount(1);
  }
}
