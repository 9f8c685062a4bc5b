package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarningsTest {

  private static final String NET =
      """
      name: tiny
      layers:
        - {name: rows, type: Csv, top: [x, label], options: {file: rows.csv, batch_size: 4}}
        - name: hidden
          type: InnerProduct
          bottom: x
          options: {num_output: 4, weight_filler: xavier, bias_filler: {type: constant, value: 1}}
        - {name: relu, type: ReLU, bottom: hidden, top: hidden}
        - {name: drop, type: Dropout, bottom: hidden, top: hidden}
        - {name: scores, type: InnerProduct, bottom: hidden, options: {num_output: 2, weight_filler: xavier}}
        - {name: loss, type: SoftmaxWithLoss, bottom: [scores, label]}
      """;

  @TempDir private Path folder;
  private Path run;

  @BeforeEach
  void nameTheRun() {
    run = folder.resolve("run");
  }

  private Invocation train(String... settings) {
    Path solver = TinyNets.solver(folder);
    TinyNets.write(folder.resolve("tiny.yaml"), NET);
    List<Object> words =
        new ArrayList<>(
            List.of("train", solver, "--out", run, "--backend", "portable", "--set", "test=[]"));
    for (String setting : settings) {
      words.addAll(List.of("--set", setting));
    }
    return Invocation.of(words.toArray());
  }

  @Test
  void hasNoneForANetThatLearns() throws IOException {
    Invocation train = train();
    assertThat(train.err()).isEmpty();
    assertThat(Files.readString(run.resolve("metrics.jsonl"))).doesNotContain("warning");
  }

  @Test
  void tellsOfWeightsThatAreAllEqual() {
    assertThat(train("net.layers.hidden.options.weight_filler=constant").err())
        .isEqualTo(
            "warning at 0: all weights 'hidden.0' [4x2] of layer 'hidden' (InnerProduct) are 0 to"
                + " begin with, so that its outputs will all learn the same; a filler such as"
                + " xavier or msra tells them apart\n");
  }

  @Test
  void letsTheLastWeightsBeginEqual() {
    assertThat(train("net.layers.scores.options.weight_filler=constant", "base_lr=0.5").err())
        .isEmpty();
  }

  @Test
  void tellsOfAFirstLossThatGuessingWouldBeat() {
    Invocation train =
        train("net.layers.scores.options.weight_filler={type: gaussian, std: 500}", "max_iter=1");
    assertThat(train.err())
        .containsPattern(
            "warning at 1: the first loss of layer 'loss' \\(SoftmaxWithLoss\\) is [0-9.]+, where"
                + " guessing among 2 classes costs 0.6931: ");
  }

  @Test
  void tellsOnceOfUnitsThatAreDead() throws IOException {
    Invocation train =
        train("net.layers.hidden.options.bias_filler.value=-100", "display=2", "max_iter=20");
    String warning =
        "4 of 4 units of layer 'relu' (ReLU) were 0 for every item at the last 3 displays";
    assertThat(train.err()).containsOnlyOnce("warning at 6: " + warning);
    assertThat(Files.readString(run.resolve("metrics.jsonl")))
        .containsOnlyOnce("{\"iteration\":6,\"phase\":\"warning\",\"text\":\"" + warning);
  }

  @Test
  void tellsOfWeightsThatGetNoGradient() {
    assertThat(train("net.layers.hidden.options.bias_filler.value=-100", "display=2").err())
        .contains("warning at 6: weights 'hidden.0' got no gradient at all, at each of the last 3");
  }

  @Test
  void tellsOfUpdatesTooSmallToCount() {
    assertThat(train("base_lr=1e-12").err())
        .contains(
            "warning at 15: weights 'scores.0' changed by less than 1e-7 of themselves, which 32"
                + " bits can hardly tell, at each of the last 3 displays; they are ");
  }

  @Test
  void takesUpdatesForSmallOnlyIfTheyAreAtTheRateToBeginWith() {
    assertThat(train("lr_policy={type: exp, gamma: 0.1}", "max_iter=30").err()).isEmpty();
  }

  @Test
  void isSilentIfAsked() {
    assertThat(
            train("net.layers.hidden.options.weight_filler=constant", "watch={warnings: false}")
                .err())
        .isEmpty();
  }

  @Test
  void changesNoBitOfWhatIsLearned() {
    train("display=1");
    Path watched = run;
    run = folder.resolve("unwatched");
    train("display=1", "watch={warnings: false, gradients: false}");
    assertThat(run.resolve("weights.safetensors"))
        .hasSameBinaryContentAs(watched.resolve("weights.safetensors"));
  }
}
