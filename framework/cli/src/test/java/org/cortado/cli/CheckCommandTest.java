package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  @TempDir private Path folder;

  @Test
  void findsNothingWrongWithAGoodNet() {
    Invocation check = Invocation.of("check", TinyNets.net(folder));
    assertThat(check.code()).isEqualTo(ExitCode.GOOD);
    assertThat(check.out()).endsWith("tiny.yaml: no problems (4 layers)\n");
    assertThat(check.err()).isEmpty();
  }

  @Test
  void checksTheNetOfASolver() {
    Invocation check =
        Invocation.of(
            "check", TinyNets.solver(folder), "--set", "net.layers.accuracy.options.top_k=0");
    assertThat(check.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(check.err()).contains("layer 'accuracy' (Accuracy): top_k must be at least 1");
  }

  @Test
  void printsAllProblemsInTheOrderOfTheFile() {
    Path net =
        TinyNets.write(
            folder.resolve("faulty.yaml"),
            """
            layers:
              - {name: in, type: Input, options: {shape: [2, 3]}}
              - {name: a, type: ReLu, bottom: in}
              - {name: b, type: ReLU, bottom: inn}
              - {name: c, type: InnerProduct, bottom: in, options: {num_outputs: 2}}
            """);
    Invocation check = Invocation.of("check", net);
    assertThat(check.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(check.errWithout(folder).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("faulty.yaml:3:21: ").contains("'ReLU'?"),
            line -> assertThat(line).startsWith("faulty.yaml:4:35: ").contains("'in'?"),
            line -> assertThat(line).startsWith("faulty.yaml:5:57: ").contains("'num_output'?"));
  }

  @Test
  void tellsMissingDataFromAWrongDefinition() throws IOException {
    Path net = TinyNets.net(folder);
    Files.delete(folder.resolve("rows.csv"));
    Invocation check = Invocation.of("check", net);
    assertThat(check.code()).isEqualTo(ExitCode.DATA);
    assertThat(check.err()).contains("rows.csv").hasLineCount(1);
  }

  @Test
  void findsDataInAnotherFolder(@TempDir Path data) throws IOException {
    Path net = TinyNets.net(folder);
    Files.move(folder.resolve("rows.csv"), data.resolve("rows.csv"));
    assertThat(Invocation.of("check", net, "--data", data).code()).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void reportsASettingByItself() {
    Invocation check = Invocation.of("check", TinyNets.net(folder), "--set", "layers.nope.type=X");
    assertThat(check.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(check.err()).startsWith("--set layers.nope.type=X: ");
  }

  @Test
  void reportsAFileThatIsNotThere() {
    Invocation check = Invocation.of("check", folder.resolve("nowhere.yaml"));
    assertThat(check.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(check.errWithout(folder)).startsWith("nowhere.yaml: ").hasLineCount(1);
  }

  @Test
  void printsJson() {
    Invocation check = Invocation.of("check", TinyNets.net(folder), "--json", "--set", "nam=x");
    JsonNode problem = check.json().get("problems").get(0);
    assertThat(check.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(problem.get("kind").textValue()).isEqualTo("definition");
    assertThat(problem.get("message").textValue()).contains("'name'?");
    assertThat(check.err()).isEmpty();
  }
}
