package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

  /** The first scores overflow once a rate of 1e25 has been followed. */
  private static final String EXPLODING =
      """
      name: exploding
      layers:
        - {name: rows, type: Csv, top: [x, label], options: {file: rows.csv, batch_size: 4}}
        - {name: hidden, type: InnerProduct, bottom: x, options: {num_output: 5, weight_filler: xavier}}
        - {name: relu, type: ReLU, bottom: hidden, top: hidden}
        - {name: drop, type: Dropout, bottom: hidden, top: hidden}
        - {name: scores, type: InnerProduct, bottom: hidden, options: {num_output: 2, weight_filler: xavier}}
        - {name: loss, type: SoftmaxWithLoss, bottom: [scores, label]}
      """;

  /** The square root of a 0 has no finite slope. */
  private static final String STEEP =
      """
      name: steep
      layers:
        - {name: rows, type: Csv, top: [x, label], options: {file: rows.csv, batch_size: 4}}
        - {name: hidden, type: InnerProduct, bottom: x, options: {num_output: 5, weight_filler: xavier}}
        - {name: relu, type: ReLU, bottom: hidden}
        - {name: root, type: Power, bottom: relu, options: {power: 0.5}}
        - {name: scores, type: InnerProduct, bottom: root, options: {num_output: 2, weight_filler: xavier}}
        - {name: loss, type: SoftmaxWithLoss, bottom: [scores, label]}
      """;

  @TempDir private Path folder;
  private Path run;

  @BeforeEach
  void nameTheRun() {
    run = folder.resolve("run");
  }

  private Invocation train(String net, String rate, String... more) {
    Path solver = TinyNets.solver(folder);
    TinyNets.write(folder.resolve("tiny.yaml"), net);
    List<Object> words = new ArrayList<>(List.of("train", solver, "--out", run, "--quiet"));
    words.addAll(List.of("--backend", "portable", "--set", "test=[]", "--set", "base_lr=" + rate));
    words.addAll(List.of(more));
    return Invocation.of(words.toArray());
  }

  private Invocation replay(String... more) {
    List<Object> words = new ArrayList<>(List.of("replay", run, "--backend", "portable"));
    words.addAll(List.of(more));
    return Invocation.of(words.toArray());
  }

  private static JsonNode json(Path file) throws IOException {
    return new JsonMapper().readTree(Files.readAllBytes(file));
  }

  @Test
  void theTrainingSaysWhereItBeganAndHowToSeeItAgain() {
    Invocation train = train(EXPLODING, "1e25");
    assertThat(train.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(train.errWithout(folder))
        .startsWith(
            "iteration 2: the loss is NaN; the first blob that isn't finite is 'scores' of layer"
                + " 'scores' (InnerProduct): its data is -Infinity at [0, 0] of [4x2]; 4 of 8"
                + " aren't finite, all else is from ")
        .contains("; it was made of these: data of 'hidden' is finite, from 0 to ")
        .endsWith("; is base_lr too high?\nsee it again by: cortado replay run\n");
  }

  @Test
  void keepsTheBatchTheWeightsAndWhatWasFound() throws IOException {
    train(EXPLODING, "1e25");
    JsonNode failure = json(run.resolve("failure/failure.json"));
    assertThat(failure.get("iteration").intValue()).isEqualTo(2);
    assertThat(failure.get("sweep").intValue()).isEqualTo(1);
    assertThat(failure.get("seed").intValue()).isEqualTo(1);
    assertThat(failure.get("phase").asText()).isEqualTo("forward");
    assertThat(failure.get("place").toString())
        .isEqualTo(
            "{\"layer\":\"scores\",\"type\":\"InnerProduct\",\"blob\":\"scores\",\"side\":\"data\","
                + "\"index\":[0,0],\"value\":\"-Infinity\"}");
    assertThat(run.resolve("failure"))
        .isDirectoryContaining("glob:**/batch-x.npy")
        .isDirectoryContaining("glob:**/batch-label.npy")
        .isDirectoryContaining("glob:**/weights.safetensors");
  }

  @Test
  void showsTheSamePlaceAgainWithoutTheDataSet() throws IOException {
    train(EXPLODING, "1e25");
    Files.delete(folder.resolve("rows.csv"));
    Invocation replay = replay();
    assertThat(replay.err()).isEmpty();
    assertThat(replay.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(replay.out())
        .containsPattern("hidden +InnerProduct +hidden data +\\S+ +\\S+ +\\S+ +0 +\\[4x5]\n")
        .containsPattern("scores +InnerProduct +scores data +\\S+ +\\S+ +\\S+ +4 +\\[4x2]\nshown")
        .contains("is 'scores' of layer 'scores' (InnerProduct): its data is -Infinity at [0, 0]");
  }

  /** Its name puts the second layer of data behind the scores, which overflow before it runs. */
  @Test
  void readsDataThatTheFailureDidNotReachFromTheFolderOfTheRun() {
    String late =
        "  - {name: truths, type: Csv, top: [y, truth], options: {file: rows.csv, batch_size: 4}}\n"
            + "  - {name: loss";
    train(EXPLODING.replace("  - {name: loss", late).replace("label]}", "truth]}"), "1e25");
    Invocation replay = replay();
    assertThat(replay.err()).isEmpty();
    assertThat(replay.code()).isEqualTo(ExitCode.NUMBERS);
  }

  @Test
  void followsTheRulesOfTheSolverForParameters() throws IOException {
    train(EXPLODING, "1e39", "--set", "parameters=[{match: hidden, freeze: true}]");
    Path weights = run.resolve("failure/weights.safetensors");
    Path failed = run;
    run = folder.resolve("good");
    train(EXPLODING, "0.1");
    Files.copy(run.resolve("weights.safetensors"), weights, StandardCopyOption.REPLACE_EXISTING);
    run = failed;
    assertThat(replay().out()).contains("scores.0 diff").doesNotContain("hidden.0 diff");
  }

  @Test
  void isForgottenOnceTheRunHasGonePastIt() throws IOException {
    train(EXPLODING, "1e25");
    Path solver = run.resolve("solver.yaml");
    Files.writeString(
        solver, Files.readString(solver).replaceFirst("base_lr: \\S+", "base_lr: 0.1"));
    Invocation resumed =
        Invocation.of("train", "--resume", run, "--backend", "portable", "--quiet");
    assertThat(resumed.code()).as(resumed.err()).isEqualTo(ExitCode.GOOD);
    assertThat(run.resolve("failure")).doesNotExist();
  }

  @Test
  void findsAGradientBeforeItSpoilsTheWeights() throws IOException {
    Invocation train = train(STEEP, "0.1");
    assertThat(train.errWithout(folder))
        .startsWith("iteration 1: the loss is finite, but the gradient of 'hidden.0' isn't; the")
        .contains("of layer 'root' (Power): its diff is ");
    assertThat(json(run.resolve("failure/failure.json")).get("phase").asText())
        .isEqualTo("backward");
    JsonNode replayed = replay("--json").json();
    assertThat(replayed.get("shows").booleanValue()).isTrue();
    JsonNode tensors = replayed.get("tensors");
    JsonNode last = tensors.get(tensors.size() - 1);
    assertThat(last.get("layer").asText()).isEqualTo("root");
    assertThat(last.get("tensor").asText()).isEqualTo("diff");
    assertThat(last.get("not_finite").intValue()).isPositive();
  }

  @Test
  void saysSoWhereTheFaultDoesNotShow() throws IOException {
    train(EXPLODING, "1e25");
    Path weights = run.resolve("failure/weights.safetensors");
    Path failed = run;
    run = folder.resolve("good");
    train(EXPLODING, "0.1");
    Files.delete(weights);
    Files.copy(run.resolve("weights.safetensors"), weights);
    run = failed;
    Invocation replay = replay();
    assertThat(replay.code()).isEqualTo(ExitCode.GOOD);
    assertThat(replay.out())
        .containsPattern("scores +InnerProduct +scores.0 diff ")
        .contains("the fault doesn't show: ");
  }

  @Test
  void isToldWhatWasFoundEvenIfItCanNotBeKept() throws IOException {
    Files.createDirectories(run);
    TinyNets.write(run.resolve("failure"), "in the way");
    Invocation train = train(EXPLODING, "1e25");
    assertThat(train.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(train.err())
        .contains("the first blob that isn't finite is 'scores'")
        .contains("what it takes to see it again could not be kept: can't write to ");
  }

  @Test
  void refusesARunThatDidNotFail() {
    Invocation.of(
        "train", TinyNets.solver(folder), "--out", run, "--backend", "portable", "--quiet");
    Invocation replay = replay();
    assertThat(replay.code()).isEqualTo(ExitCode.USAGE);
    assertThat(replay.errWithout(folder))
        .isEqualTo("'run' holds no failure: the numbers of this run stayed finite\n");
  }
}
