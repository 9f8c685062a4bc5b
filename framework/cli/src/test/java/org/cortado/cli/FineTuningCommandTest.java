package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train} from the weights of another net: one with two scores. */
class FineTuningCommandTest {

  private static final String THREE_SCORES = "net.layers.scores.options.num_output=3";

  @TempDir private Path folder;
  private Path weights = Path.of("");
  private int runs;

  @BeforeEach
  void trainTwoScores() {
    weights = folder.resolve("first/weights.safetensors");
    assertThat(train("--out", folder.resolve("first")).code()).isEqualTo(ExitCode.GOOD);
  }

  private Invocation train(Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("train", TinyNets.solver(folder), "--quiet", "--backend", "portable"));
    arguments.addAll(Arrays.asList(more));
    return Invocation.of(arguments.toArray());
  }

  private Invocation tune(Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("--out", folder.resolve("tuned" + ++runs), "--weights", weights));
    arguments.addAll(Arrays.asList(more));
    return train(arguments.toArray());
  }

  @Test
  void saysInOneLineThatAllWasLoaded() {
    assertThat(tune().out())
        .startsWith("loaded 2 of 2 parameters from " + weights + "\ntrained 20 iterations");
  }

  @Test
  void theMessageLeadsToAHeadOfAnotherSize() {
    Invocation refused = tune("--set", THREE_SCORES);
    assertThat(refused.code()).isEqualTo(ExitCode.WEIGHTS);
    assertThat(refused.err())
        .contains("scores.0 is [3x2] in the net, but [2x2] in the file")
        .contains("(--skip scores)");
    assertThat(folder.resolve("tuned1")).doesNotExist();
    assertThat(deeper("--skip", "scores").out())
        .startsWith(
            """
            loaded 2 of 4 parameters from %s
              skipped  scores.0  as asked
              skipped  scores.1  as asked
            """
                .formatted(weights));
  }

  /** Fine-tunes a net of two layers with another head. */
  private Invocation deeper(Object... more) {
    String net =
        """
        name: deeper
        layers:
          - {name: rows, type: Csv, top: [x, label], options: {file: rows.csv, batch_size: 4}}
          - {name: body, type: InnerProduct, bottom: x, options: {num_output: 2, weight_filler: xavier}}
          - {name: scores, type: InnerProduct, bottom: body, options: {num_output: %d, weight_filler: xavier}}
          - {name: loss, type: SoftmaxWithLoss, bottom: [scores, label]}
        """;
    TinyNets.write(folder.resolve("deep.yaml"), net.formatted(2));
    train("--set", "net=deep.yaml", "--out", folder.resolve("deep"));
    weights = folder.resolve("deep/weights.safetensors");
    TinyNets.write(folder.resolve("deep.yaml"), net.formatted(3));
    List<Object> arguments = new ArrayList<>(List.of("--set", "net=deep.yaml"));
    arguments.addAll(Arrays.asList(more));
    return tune(arguments.toArray());
  }

  @Test
  void loadsWhatFitsIfNotStrictAndCountsItInJson() {
    JsonNode loaded = deeper("--no-strict", "--json").json().get("loaded");
    assertThat(loaded.get("file").textValue()).isEqualTo(weights.toString());
    assertThat(loaded.get("loaded").intValue()).isEqualTo(2);
    assertThat(loaded.get("skipped").intValue()).isEqualTo(2);
    assertThat(loaded.get("missing").intValue()).isZero();
    assertThat(loaded.get("unused").intValue()).isZero();
  }

  @Test
  void freezesByPattern() {
    assertThat(deeper("--no-strict", "--set", "parameters={match: body, freeze: true}").code())
        .isEqualTo(ExitCode.GOOD);
    Path tuned = folder.resolve("tuned1/weights.safetensors");
    JsonNode body = Invocation.of("diff", weights, tuned, "--json").json().get("blobs");
    assertThat(body).hasSize(2).allMatch(blob -> blob.get("differing").intValue() == 0);
  }

  @Test
  void renamesWhatIsCalledDifferently() {
    Invocation tuned = tune("--rename", "scores=skores", "--rename", "^skores\\.(.)$=scores.$1");
    assertThat(tuned.err()).isEmpty();
    assertThat(tuned.out()).startsWith("loaded 2 of 2 parameters");
  }

  @Test
  void printsATableOfWhatIsMissingAndUnused() {
    assertThat(tune("--rename", "scores.1=bias", "--no-strict").out())
        .startsWith(
            """
            loaded 1 of 2 parameters from %s
              missing  scores.1  not in the file: fresh
              unused   bias      not in the net
            """
                .formatted(weights));
  }

  @Test
  void theSolversFileMayNameTheWeightsBesideIt() {
    assertThat(
            train("--out", folder.resolve("second"), "--set", "weights=first/weights.safetensors")
                .out())
        .startsWith("loaded 2 of 2 parameters from " + weights);
  }

  @Test
  void refusesToRenameNothing() {
    Invocation refused = train("--out", folder.resolve("second"), "--skip", "scores");
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("--rename, --skip and --no-strict need --weights FILE");
    assertThat(tune("--rename", "scores").err())
        .contains("--rename must be FROM=TO, but is 'scores'");
  }

  @Test
  void aRunThatIsResumedGoesOnWithItsOwnWeights() {
    Path tuned = folder.resolve("tuned1");
    assertThat(tune("--set", "max_iter=10").code()).isEqualTo(ExitCode.GOOD);
    Invocation refused = Invocation.of("train", "--resume", tuned, "--weights", weights);
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("leave --weights out");
    Invocation resumed =
        Invocation.of("train", "--resume", tuned, "--set", "max_iter=20", "--backend", "portable");
    assertThat(resumed.code()).as(resumed.err()).isEqualTo(ExitCode.GOOD);
    assertThat(resumed.out()).contains("20 iterations").doesNotContain("loaded");
  }
}
