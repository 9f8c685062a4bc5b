package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpandCommandTest {

  private static final String NET =
      """
      name: two-${n}
      vars: {n: 3, rate: 1e-3}
      blocks:
        unit:
          args: [n]
          inputs: x
          outputs: y
          layers:
            - {name: ip, type: InnerProduct, bottom: x, options: {num_output: "${n}"}}
            - {name: y, type: ReLU, bottom: ip}
      layers:
        - {name: in, type: Input, options: {shape: [2, 3]}}
        - {name: a, block: unit, bottom: in, args: ["${n * index}"], repeat: 2}
        - {name: loss, type: Power, bottom: a, loss_weight: "${rate}"}
      """;

  @TempDir private Path folder;

  @Test
  void printsWhatReadsBackToTheSameNet() {
    Invocation expand = Invocation.of("expand", TinyNets.write(folder.resolve("net.yaml"), NET));
    assertThat(expand.code()).isEqualTo(ExitCode.GOOD);
    assertThat(expand.out())
        .startsWith("name: two-3\nlayers:\n")
        .contains("name: a/2/ip", "num_output: 6", "top: a\n", "loss_weight: 1e-3")
        .doesNotContain("blocks", "vars", "$");
    Path flat = TinyNets.write(folder.resolve("flat.yaml"), expand.out());
    assertThat(Invocation.of("expand", flat).out()).isEqualTo(expand.out());
    assertThat(Invocation.of("check", flat).out()).endsWith("no problems (6 layers)\n");
  }

  @Test
  void printsJson() {
    Path net = TinyNets.write(folder.resolve("net.yaml"), NET);
    JsonNode json = Invocation.of("expand", net, "--json", "--set", "vars.n=4").json();
    assertThat(json.get("layers").get(1).get("options").get("num_output").asInt()).isEqualTo(4);
    assertThat(json.get("layers").get(5).get("loss_weight").asDouble()).isEqualTo(0.001);
  }

  @Test
  void expandsTheNetOfASolver() {
    Invocation expand =
        Invocation.of(
            "expand", TinyNets.solver(folder), "--set", "net.name=other", "--set", "vars.x=1");
    assertThat(expand.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(expand.err()).contains("the net has no variable 'x'; it has none");
    assertThat(Invocation.of("expand", TinyNets.solver(folder), "--set", "net.name=other").out())
        .startsWith("name: other\n");
  }

  @Test
  void printsTheLayersOfOneStateAlone() {
    Path net =
        TinyNets.write(
            folder.resolve("net.yaml"),
            """
            layers:
              - {name: a, type: Input, phase: train, options: {shape: [2]}}
              - {name: b, type: Input, include: {stage: deploy}, options: {shape: [2]}}
              - {name: c, type: ReLU, bottom: b, exclude: {stage: small}}
            """);
    Invocation expand =
        Invocation.of("expand", net, "--phase", "test", "--stage", "deploy", "--stage", "small");
    assertThat(expand.out()).contains("name: b").doesNotContain("name: a", "name: c", "stage");
  }
}
