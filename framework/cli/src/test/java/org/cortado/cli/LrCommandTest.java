package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Previews trainings with batches of 4 out of 6 items. */
class LrCommandTest {

  private static final String STEP = "lr_policy={type: step, gamma: 0.5, stepsize: 12}";

  @TempDir private Path folder;
  private Path solver = Path.of("");

  @BeforeEach
  void writeSolver() {
    solver = TinyNets.solver(folder);
  }

  @Test
  void showsWhereTheRateChanges() {
    Invocation lr = Invocation.of("lr", solver, "--set", STEP);
    assertThat(lr.code()).isEqualTo(ExitCode.GOOD);
    assertThat(lr.out())
        .isEqualTo(
            """
            ITERATION  EPOCH  RATE
                    0      0  0.1
                   11  7.333  0.1
                   12      8  0.05
                   19  12.67  0.05
            """);
  }

  @Test
  void showsEverySoManyIterations() {
    JsonNode json = Invocation.of("lr", solver, "--set", STEP, "--every", 10, "--json").json();
    assertThat(json.get("points").findValuesAsText("iteration")).containsExactly("0", "10", "19");
    assertThat(json.get("points").findValuesAsText("rate")).containsExactly("0.1", "0.1", "0.05");
    assertThat(json.get("points").get(1).get("epoch").doubleValue()).isEqualTo(40.0 / 6);
    assertThat(json.get("epochs").doubleValue()).isEqualTo(80.0 / 6);
    assertThat(json.get("iterations").longValue()).isEqualTo(20);
  }

  @Test
  void countsInEpochs() {
    JsonNode json =
        Invocation.of("lr", solver, "--set", "max_iter=6 epochs", "--set", STEP, "--json").json();
    assertThat(json.get("iterations").longValue()).isEqualTo(9);
    assertThat(json.get("epochs").doubleValue()).isEqualTo(6);
  }

  @Test
  void showsIterationsAloneWhereDataAreMissing() throws IOException {
    Files.delete(folder.resolve("rows.csv"));
    Invocation lr = Invocation.of("lr", solver);
    assertThat(lr.code()).isEqualTo(ExitCode.GOOD);
    assertThat(lr.out()).isEqualTo("ITERATION  RATE\n        0  0.1\n       19  0.1\n");
    assertThat(lr.errWithout(folder))
        .startsWith("epochs can't be told: tiny.yaml:")
        .contains("rows.csv");
    assertThat(Invocation.of("lr", solver, "--json").json().has("epochs")).isFalse();
  }

  @Test
  void needsTheDataForEpochs() throws IOException {
    Files.delete(folder.resolve("rows.csv"));
    Invocation lr = Invocation.of("lr", solver, "--set", "max_iter=6 epochs");
    assertThat(lr.code()).isEqualTo(ExitCode.DATA);
    assertThat(lr.err()).contains("rows.csv", "the solver counts in epochs or samples");
    assertThat(lr.out()).isEmpty();
  }

  @Test
  void saysThatTheRateDependsOnResults() {
    Object[] plateau = {"lr", solver, "--set", "lr_policy={type: plateau, metric: test.accuracy}"};
    assertThat(Invocation.of(plateau).out())
        .contains("depends on test.accuracy as well: this is how it goes if that gets better");
    assertThat(Invocation.of("lr", solver, "--json").json().get("depends_on")).isEmpty();
  }

  @Test
  void drawsAPage() {
    Path page = folder.resolve("page.html");
    Invocation lr = Invocation.of("lr", "--plot", page, solver, "--set", STEP);
    assertThat(lr.out()).endsWith("drawn on " + page + "\n");
    assertThat(page)
        .content()
        .contains("\"curve\":[[0,0.1],[11,0.1],[12,0.05],[19,0.05]]")
        .contains("default-src 'none'");
    Invocation named = Invocation.of("lr", solver, "--plot=" + page, "--json");
    assertThat(named.json().get("file").textValue()).isEqualTo(page.toString());
  }

  @Test
  void takesNoSolverForAPage() throws IOException {
    String before = Files.readString(solver);
    Invocation lr = Invocation.of("lr", solver, "--plot", solver);
    assertThat(lr.code()).isEqualTo(ExitCode.USAGE);
    assertThat(solver).hasContent(before);
  }

  @Test
  void refusesRowsThatLieNoIterationApart() {
    Invocation lr = Invocation.of("lr", solver, "--every", 0);
    assertThat(lr.code()).isEqualTo(ExitCode.USAGE);
    assertThat(lr.err()).isEqualTo("--every must be at least 1, but is 0\n");
  }
}
