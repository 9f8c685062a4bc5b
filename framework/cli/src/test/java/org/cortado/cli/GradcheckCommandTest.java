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
        .contains("scores (InnerProduct)\n  ok   bottom 0 [4x2]")
        .contains("ok   parameter 1 [2]")
        .contains("loss (SoftmaxWithLoss)")
        .endsWith("all gradients agree with differences\n");
  }

  @Test
  void namesTheLayerWithAWrongGradient() {
    Invocation check = Invocation.of("gradcheck", TinyNets.write(wrong(), WRONG));
    assertThat(check.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(check.out())
        .contains("right (Sigmoid)\n  ok ")
        .contains("wrong (test:WrongGradient)\n  FAIL bottom 0 [2x3]")
        .endsWith("1 of 2 layers have a wrong gradient\n");
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
