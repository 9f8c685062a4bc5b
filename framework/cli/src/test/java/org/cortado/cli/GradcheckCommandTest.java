package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradcheckCommandTest {

  private static final String WRONG =
      """
      layers:
        - {name: x, type: DummyData, options: {shape: [2, 3], data_filler: gaussian}}
        - {name: right, type: Sigmoid, bottom: x}
        - {name: wrong, type: "test:WrongGradient", bottom: right}
      """;

  @TempDir private Path folder;

  @Test
  void passesRightGradients() {
    Invocation check = Invocation.of("gradcheck", TinyNets.net(folder));
    assertThat(check.code()).isEqualTo(ExitCode.GOOD);
    assertThat(check.out())
        .contains("scores (InnerProduct): x → scores\n  ok   bottom 0 [4x2]")
        .contains("ok   parameter 1 [2]")
        .contains("loss (SoftmaxWithLoss): scores, label → loss")
        .contains("  -    bottom 1 takes no gradient")
        .contains("not checked, since nothing of it takes a gradient: ")
        .endsWith("all gradients agree with differences\n");
  }

  @Test
  void namesTheLayerWithAWrongGradient() {
    Invocation check = Invocation.of("gradcheck", TinyNets.write(wrong(), WRONG));
    assertThat(check.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(check.out())
        .contains("right (Sigmoid): x → right\n  ok ")
        .contains("wrong (test:WrongGradient): right → wrong\n  FAIL bottom 0 [2x3]")
        .contains("; analytic = 0.500 x numeric wherever they differ")
        .endsWith("1 of 2 layers have a wrong gradient\n");
  }

  @Test
  void goesOnBehindALayerThatThrows() {
    String net =
        """
        layers:
          - {name: x, type: DummyData, options: {shape: [2, 3], data_filler: gaussian}}
          - {name: thrown, type: "test:ThrowingBackward", bottom: x}
          - {name: right, type: Sigmoid, bottom: thrown}
        """;
    Invocation check = Invocation.of("gradcheck", TinyNets.write(wrong(), net), "--json");
    assertThat(check.code()).isEqualTo(ExitCode.NUMBERS);
    JsonNode layers = check.json().get("layers");
    assertThat(layers.get(0).get("fault").textValue())
        .startsWith("it throws java.lang.UnsupportedOperationException: not yet, at ")
        .contains("ThrowingBackward.backward(BrokenLayers.java:");
    assertThat(layers.get(1).get("passed").booleanValue()).isTrue();
    assertThat(check.json().get("unchecked").get(0).textValue()).isEqualTo("x");
  }

  @Test
  void countsKinks() {
    String net =
        """
        layers:
          - {name: x, type: DummyData, options: {shape: [2, 3], data_filler: constant}}
          - {name: kinked, type: ReLU, bottom: x}
        """;
    Invocation check = Invocation.of("gradcheck", TinyNets.write(wrong(), net), "--json");
    assertThat(check.code()).isEqualTo(ExitCode.GOOD);
    JsonNode blob = check.json().get("layers").get(0).get("blobs").get(0);
    assertThat(blob.get("kinks").intValue()).isEqualTo(6);
    assertThat(blob.get("name").textValue()).isEqualTo("x");
    assertThat(check.err()).contains("agree with differences (6 at kinks, ");
  }

  @Test
  void doesNotCallALayerGoodOfWhichNothingWasChecked() {
    Path net = TinyNets.write(wrong(), WRONG);
    Invocation check = Invocation.of("gradcheck", net, "--layer", "x");
    assertThat(check.code()).isEqualTo(ExitCode.GOOD);
    assertThat(check.out())
        .isEqualTo(
            """
            not checked, since nothing of it takes a gradient: x (DummyData)
            nothing was checked
            """);
  }

  private Path wrong() {
    return folder.resolve("wrong.yaml");
  }

  @Test
  void checksOneLayerAlone() {
    Path net = TinyNets.write(wrong(), WRONG);
    Invocation check = Invocation.of("gradcheck", net, "--layer", "right", "--json");
    assertThat(check.code()).isEqualTo(ExitCode.GOOD);
    JsonNode layers = check.json().get("layers");
    assertThat(layers).hasSize(1);
    assertThat(layers.get(0).get("blobs").get(0).get("worst").get("relative_error").doubleValue())
        .isLessThan(1e-3);
  }

  @Test
  void refusesALayerThatTheNetHasNot() {
    Invocation check = Invocation.of("gradcheck", TinyNets.net(folder), "--layer", "score");
    assertThat(check.code()).isEqualTo(ExitCode.USAGE);
    assertThat(check.err()).contains("did you mean 'scores'?");
  }

  @Test
  void refusesAStepThatMovesNothing() {
    Invocation check = Invocation.of("gradcheck", TinyNets.net(folder), "--step", "0");
    assertThat(check.code()).isEqualTo(ExitCode.USAGE);
    assertThat(check.err()).startsWith("--step must be above 0");
  }
}
