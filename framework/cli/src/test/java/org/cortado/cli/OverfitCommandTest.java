package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverfitCommandTest {

  private static final String SOLVER =
      """
      net: net.yaml
      base_lr: 0.5
      max_iter: 3
      lr_policy: {type: step, gamma: 0.1, stepsize: 1}
      weight_decay: 2
      """;

  private static final String DATA =
      "{name: rows, type: Csv, top: [x, label], options: {file: rows.csv, batch_size: 4}}";
  private static final String LOSS = "{name: loss, type: SoftmaxWithLoss, bottom: [scores, label]}";
  private static final String HIDDEN =
      "{name: hidden, type: InnerProduct, bottom: x,"
          + " options: {num_output: 8, weight_filler: xavier}}";
  private static final String SCORES =
      "{name: scores, type: InnerProduct, bottom: hidden,"
          + " options: {num_output: 2, weight_filler: xavier}}";

  @TempDir private Path folder;
  private Path solver = Path.of("");

  @BeforeEach
  void writeData() {
    TinyNets.net(folder);
    solver = TinyNets.write(folder.resolve("solver.yaml"), SOLVER);
  }

  private Invocation overfit(List<String> layers, Object... arguments) {
    StringBuilder net = new StringBuilder("name: tried\nlayers:\n");
    layers.forEach(layer -> net.append("  - ").append(layer).append('\n'));
    TinyNets.write(folder.resolve("net.yaml"), net.toString());
    Stream<Object> all =
        Stream.concat(
            Stream.of("overfit", solver, "--backend", "portable", "--threads", 1),
            Stream.of(arguments));
    return Invocation.of(all.toArray());
  }

  @Test
  void saysOfAGoodNetThatItCanLearn() {
    Invocation good = overfit(List.of(DATA, HIDDEN, SCORES, LOSS));
    assertThat(good.code()).isEqualTo(ExitCode.GOOD);
    assertThat(good.out())
        .startsWith("tried can learn: the loss of one batch fell from ")
        .hasLineCount(1);
  }

  /** At a rate that is a tenth of itself after each step it couldn't. */
  @Test
  void takesNoNoticeOfWhatHoldsWeightsBack() {
    List<String> net = List.of(DATA, HIDDEN, SCORES, LOSS);
    assertThat(overfit(net, "--set", "base_lr=0.05").code()).isEqualTo(ExitCode.GOOD);
    Invocation held =
        overfit(
            net,
            "--set",
            "base_lr=0.05",
            "--set",
            "lr_policy={type: step, gamma: 0.1, stepsize: 1}",
            "--iterations",
            300);
    assertThat(held.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(held.out()).contains("doesn't learn", "300 iterations", "base_lr");
    Invocation decayed = overfit(net, "--set", "weight_decay=2", "--iterations", 300);
    assertThat(decayed.code()).isEqualTo(ExitCode.NUMBERS);
  }

  @Test
  void dropsNothing() {
    String dropout =
        "{name: drop, type: Dropout, bottom: hidden, top: hidden, options: {dropout_ratio: 0.99}}";
    assertThat(overfit(List.of(DATA, HIDDEN, dropout, SCORES, LOSS)).code())
        .isEqualTo(ExitCode.GOOD);
  }

  @Test
  void namesWhatGetsNoGradientAndWhatIsDead() {
    String dead = "{name: low, type: Power, bottom: hidden, options: {scale: 0, shift: -1}}";
    String relu = "{name: relu, type: ReLU, bottom: low}";
    Invocation faulty =
        overfit(
            List.of(
                DATA, HIDDEN, dead, relu, SCORES.replace("bottom: hidden", "bottom: relu"), LOSS),
            "--iterations",
            20,
            "--json",
            "--items",
            3);
    assertThat(faulty.code()).isEqualTo(ExitCode.NUMBERS);
    JsonNode result = faulty.json();
    assertThat(result.get("learned").booleanValue()).isFalse();
    assertThat(result.get("weak_gradients").findValuesAsText("parameter"))
        .containsExactly("hidden.0", "hidden.1", "scores.0");
    assertThat(result.get("weak_gradients").get(0).get("part_of_largest").doubleValue()).isZero();
    assertThat(result.get("constant_outputs").findValuesAsText("layer"))
        .containsExactly("low", "relu");
    assertThat(faulty.err())
        .contains(
            "'hidden.0' had no gradient but 0, ever (its layer runs backward)",
            "layer 'relu' gives 0 everywhere",
            "look at:");
  }

  @Test
  void namesVanishingGradients() {
    String faint = "{name: faint, type: MulConstant, bottom: hidden, options: {constant: 1.0e-9}}";
    Invocation vanishing =
        overfit(
            List.of(DATA, HIDDEN, faint, SCORES.replace("bottom: hidden", "bottom: faint"), LOSS),
            "--iterations",
            20,
            "--items",
            3);
    assertThat(vanishing.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(vanishing.out()).contains("'hidden.0' had a vanishing gradient: at most ");
  }

  @Test
  void saysWhyALayerHasNoPartInTheBackwardSweep() {
    String cut = SCORES.replace("}}", "}, propagate_down: false}");
    Invocation result = overfit(List.of(DATA, HIDDEN, cut, LOSS), "--iterations", 5);
    assertThat(result.out())
        .contains("'hidden.0' had no gradient but 0, ever (no loss at it or above asks for it)");
  }

  /** Six rows of two classes in turn can only be told apart where all of them are seen. */
  @Test
  void showsOneBatchAloneOfAsManyItemsAsAsked() {
    String alike = DATA.replace("rows.csv", "alike.csv");
    TinyNets.write(folder.resolve("alike.csv"), "1,1,0\n1,1,1\n1,1,0\n1,1,1\n");
    assertThat(overfit(List.of(alike, HIDDEN, SCORES, LOSS), "--iterations", 200).code())
        .isEqualTo(ExitCode.NUMBERS);
    assertThat(overfit(List.of(alike, HIDDEN, SCORES, LOSS), "--items", 1).code())
        .isEqualTo(ExitCode.GOOD);
  }

  /** Both batches of an iteration together can't be learned: each says the other is wrong. */
  @Test
  void showsOneBatchAloneWhateverAnIterationShowsInTraining() {
    String two = DATA.replace("rows.csv", "two.csv").replace("batch_size: 4", "batch_size: 2");
    TinyNets.write(folder.resolve("two.csv"), "1,1,0\n1,1,0\n1,1,1\n1,1,1\n");
    Invocation result = overfit(List.of(two, HIDDEN, SCORES, LOSS), "--set", "iter_size=2");
    assertThat(result.code()).isEqualTo(ExitCode.GOOD);
  }

  /** The second batch would overflow one layer earlier. */
  @Test
  void blamesTheBatchThatItShows() {
    String two = DATA.replace("rows.csv", "two.csv").replace("batch_size: 4", "batch_size: 2");
    TinyNets.write(folder.resolve("two.csv"), "1,1,0\n1,2,0\n3e38,3e38,1\n3e38,3e38,1\n");
    Invocation result = overfit(List.of(two, HIDDEN, SCORES, LOSS), "--set", "base_lr=1e25");
    assertThat(result.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(result.err()).contains("the first blob that isn't finite is 'scores'");
  }

  @Test
  void followsTheRulesOfTheSolverForParameters() {
    Invocation frozen =
        overfit(
            List.of(DATA, HIDDEN, SCORES, LOSS),
            "--set",
            "parameters=[{match: hidden, freeze: true}, {match: scores, lr_mult: 1.0e-20}]",
            "--iterations",
            3,
            "--json");
    assertThat(frozen.code()).isEqualTo(ExitCode.NUMBERS);
    JsonNode result = frozen.json();
    assertThat(result.get("last_loss")).isEqualTo(result.get("first_loss"));
  }

  @Test
  void endsInTime() {
    JsonNode result =
        overfit(
                List.of(DATA, HIDDEN, SCORES, LOSS),
                "--seconds",
                1e-9,
                "--set",
                "base_lr=1.0e-6",
                "--json")
            .json();
    assertThat(result.get("iterations").longValue()).isEqualTo(1);
  }

  @Test
  void makesInputsUp() {
    String input = "{name: in, type: Input, top: [x, label], options: {shape: [[4, 9], [4]]}}";
    Invocation result = overfit(List.of(input, HIDDEN, SCORES, LOSS));
    assertThat(result.code()).isEqualTo(ExitCode.GOOD);
    assertThat(result.out()).startsWith("values were made up for x, label\n");
  }

  @Test
  void refusesANetWithoutALoss() {
    Invocation result = overfit(List.of(DATA, HIDDEN));
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).startsWith("net 'tried' has no loss in the train phase");
  }

  @ParameterizedTest
  @CsvSource({"--items, 0", "--iterations, 0", "--seconds, 0"})
  void refusesLimitsThatLeaveNothing(String option, String value) {
    Invocation result = overfit(List.of(DATA, HIDDEN, SCORES, LOSS), option, value);
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).startsWith(option + " must be ");
  }
}
