package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

  private static final String NET =
      """
      name: chain
      layers:
        - {name: in, type: Input, options: {shape: [2, 3]}}
        - {name: a, type: InnerProduct, bottom: in, options: {num_output: 500, weight_filler: xavier}}
        - {name: relu, type: ReLU, bottom: a}
        - {name: view, type: Reshape, bottom: relu, options: {shape: [1000]}}
        - {name: b, type: InnerProduct, bottom: relu, options: {num_output: 400, weight_filler: xavier}}
        - {name: c, type: InnerProduct, bottom: b, options: {num_output: 300, weight_filler: xavier}}
        - {name: loss, type: EuclideanLoss, bottom: [c, c], phase: train}
        - {name: quiet, type: Silence, bottom: view}
      """;

  @TempDir private Path folder;
  private Path net = Path.of("");

  @BeforeEach
  void writeNet() {
    net = TinyNets.write(folder.resolve("net.yaml"), NET);
  }

  @Test
  void showsWhatEachBlobStandsOn() {
    Invocation plan = Invocation.of("plan", net);
    assertThat(plan.code()).isEqualTo(ExitCode.GOOD);
    assertThat(plan.out().lines().map(line -> line.replaceAll("  +", " | ")))
        .containsExactly(
            "blob | shape | size | data | diff",
            "in | [2x3] | 24 B | own | -",
            "a | [2x500] | 3.906 KiB | own | -",
            "relu | [2x500] | 3.906 KiB | in place on a | -",
            "b | [2x400] | 3.125 KiB | own | -",
            "c | [2x300] | 2.344 KiB | own | -",
            "view | [1000] | 3.906 KiB | is a | -",
            "",
            "chain, test phase: 13.3 KiB if every blob is kept (data 13.3 KiB, diffs 0 B),"
                + " 9.398 KiB shared (71 %)");
  }

  @Test
  void showsTheDiffsOfTraining() {
    JsonNode plan = Invocation.of("plan", net, "--phase", "train", "--json").json();
    assertThat(plan.get("phase").asText()).isEqualTo("train");
    JsonNode relu = plan.get("blobs").get(2);
    assertThat(relu.get("name").asText()).isEqualTo("relu");
    assertThat(relu.get("shape").toString()).isEqualTo("[2,500]");
    assertThat(relu.get("bytes").asInt()).isEqualTo(4000);
    assertThat(relu.get("data").toString()).isEqualTo("{\"memory\":\"in_place\",\"of\":\"a\"}");
    assertThat(relu.get("diff").toString())
        .isEqualTo("{\"memory\":\"in_place\",\"of\":\"diff of a\"}");
    JsonNode bytes = plan.get("bytes");
    assertThat(bytes.get("shared").asLong())
        .isPositive()
        .isLessThan(bytes.get("data").asLong() + bytes.get("diff").asLong());
  }

  @Test
  void plansTheNetOfASolver() {
    assertThat(Invocation.of("plan", TinyNets.solver(folder)).out())
        .contains("tiny, test phase: ")
        .contains("accuracy");
  }

  @Test
  void reportsWhatIsWrongWithTheNet() {
    Invocation plan = Invocation.of("plan", net, "--set", "layers.a.options.num_output=0");
    assertThat(plan.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(plan.err()).contains("num_output must be at least 1");
  }

  @Test
  void plansWhatNoMachineCouldHold() {
    Invocation plan = Invocation.of("plan", net, "--set", "layers.in.options.shape=[100000,3]");
    assertThat(plan.code()).isEqualTo(ExitCode.DEFINITION);
    plan =
        Invocation.of(
            "plan",
            net,
            "--set",
            "layers.in.options.shape=[1000000,3]",
            "--set",
            "layers.view.options.shape=[-1]");
    assertThat(plan.code()).isEqualTo(ExitCode.GOOD);
    assertThat(plan.out()).contains("GiB");
  }
}
