package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cortado.engine.record.Ending;
import org.cortado.engine.record.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerunCommandTest {

  @TempDir private Path folder;
  private Path run;
  private Path again;

  @BeforeEach
  void nameTheRuns() {
    run = folder.resolve("run");
    again = folder.resolve("again");
  }

  private void train(Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "train",
                TinyNets.solver(folder),
                "--out",
                run,
                "--backend",
                "portable",
                "--quiet"));
    arguments.addAll(Arrays.asList(more));
    assertThat(Invocation.of(arguments.toArray()).code()).isEqualTo(ExitCode.GOOD);
  }

  private Invocation rerun(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("rerun", run, "--out", again));
    arguments.addAll(Arrays.asList(more));
    return Invocation.of(arguments.toArray());
  }

  @Test
  void saysThatTheResultIsEqual() throws IOException {
    train("--seed", 7, "--set", "net.layers.scores.options.weight_filler=gaussian", "--threads", 2);
    Files.delete(folder.resolve("tiny.yaml"));
    Files.delete(folder.resolve("tiny-solver.yaml"));
    Invocation rerun = rerun();
    assertThat(rerun.code()).isEqualTo(ExitCode.GOOD);
    assertThat(rerun.out())
        .contains("iterations")
        .contains("test.accuracy")
        .contains("equal: the weights to the byte, the numbers to the bit");
    assertThat(rerun.err()).isEmpty();
    assertThat(again.resolve("weights.safetensors"))
        .hasSameBinaryContentAs(run.resolve("weights.safetensors"));
  }

  @Test
  void isQuietWhenAsked() {
    train();
    assertThat(rerun().out()).contains("iteration 20/20");
    assertThat(Invocation.of("rerun", run, "--quiet", "--out", folder.resolve("quiet")).out())
        .doesNotContain("iteration 20/20")
        .contains("equal: the weights to the byte");
  }

  @Test
  void takesTheManifestItself() {
    train();
    Invocation rerun =
        Invocation.of("rerun", run.resolve("manifest.json"), "--out", again, "--json");
    JsonNode json = rerun.json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("equal", "weights_equal", "run", "rerun", "notes", "numbers", "differing");
    assertThat(json.get("equal").booleanValue()).isTrue();
    assertThat(json.get("numbers").get("iterations").toString()).isEqualTo("[20.0,20.0]");
  }

  @Test
  void saysThatTheDataHaveChanged() {
    train();
    TinyNets.write(folder.resolve("rows.csv"), "1,0,0\n2,0.5,0\n-1,0,1\n-2,1,1\n3,0,0\n-9,2,1\n");
    Invocation rerun = rerun();
    assertThat(rerun.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(rerun.err()).isEqualTo("note: the data in 'rows.csv' have changed since\n");
    assertThat(rerun.out())
        .containsPattern("train.loss .*differs")
        .contains("scores.0")
        .containsPattern("not equal: 2 of 2 parameters differ, at most by [\\d.]+ of their norm\n");
  }

  @Test
  void tellsOfAnotherNumberOfThreads() {
    train("--threads", 1);
    Invocation rerun = rerun("--threads", 2, "--json");
    assertThat(rerun.json().get("notes").toString())
        .isEqualTo("[\"the number of threads was 1 and is 2: the bits may differ\"]");
    assertThat(rerun.err()).contains("note: the number of threads was 1 and is 2");
    assertThat(Manifest.read(again.resolve("manifest.json")).run().threads()).isEqualTo(2);
  }

  @Test
  void beginsWithTheWeightsThatTheRunBeganWith() throws IOException {
    train();
    Path first = Files.move(run, folder.resolve("first"));
    train("--weights", first.resolve("weights.safetensors"));
    assertThat(rerun().code()).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void repeatsAStoppedRunUpToItsStop() throws IOException {
    train("--set", "max_iter=13");
    Path manifest = run.resolve("manifest.json");
    Path solver = run.resolve("solver.yaml");
    Files.writeString(solver, Files.readString(solver).replace("max_iter: 13", "max_iter: 20"));
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("\"interrupted\" : false", "\"interrupted\" : true"));
    JsonNode json = rerun("--json").json();
    assertThat(json.get("weights_equal").booleanValue()).isTrue();
    Ending ending = Manifest.read(again.resolve("manifest.json")).result().orElseThrow();
    assertThat(ending.iterations()).isEqualTo(13);
    assertThat(ending.interrupted()).isTrue();
  }

  @Test
  void refusesADamagedManifest() throws IOException {
    train();
    Path manifest = run.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).substring(0, 300));
    Invocation rerun = rerun();
    assertThat(rerun.code()).isEqualTo(ExitCode.DATA);
    assertThat(rerun.err())
        .startsWith("'" + manifest + "' is damaged, or no manifest of a run: ")
        .hasLineCount(1);
    assertThat(again).doesNotExist();
  }

  @Test
  void refusesAFolderThatIsNoRun() {
    TinyNets.solver(folder);
    Invocation rerun = Invocation.of("rerun", folder);
    assertThat(rerun.code()).isEqualTo(ExitCode.USAGE);
    assertThat(rerun.err()).contains("is not the folder of a run: it lacks solver.yaml");
  }

  @Test
  void refusesARunThatHasNotEnded() throws IOException {
    train();
    Path manifest = run.resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.substring(0, text.indexOf("\"ended\"")) + "\"ended\": []}");
    Invocation rerun = rerun();
    assertThat(rerun.code()).isEqualTo(ExitCode.USAGE);
    assertThat(rerun.err()).contains("has not come to an end");
  }

  @Test
  void theKeptNetIsTheSameNet() {
    train("--set", "net.layers.scores.options.bias_term=false");
    Invocation diff =
        Invocation.of(
            "diff",
            folder.resolve("tiny-solver.yaml"),
            run,
            "--set",
            "net.layers.scores.options.bias_term=false");
    assertThat(diff.out()).isEqualTo("no differences\n");
    assertThat(run.resolve("net.yaml"))
        .content()
        .containsPattern("bias_term: false +# --set layers.scores.options.bias_term=false\n")
        .containsPattern("variance_norm: fan_in +# default\n");
  }

  @Test
  void otherVerbsFindTheDataOfARun() {
    train();
    Path weights = run.resolve("weights.safetensors");
    for (Path given : List.of(run, run.resolve("net.yaml"), run.resolve("solver.yaml"))) {
      Invocation test = Invocation.of("test", given, "--weights", weights);
      assertThat(test.err()).isEmpty();
      assertThat(test.out()).contains("6 items");
    }
  }
}
