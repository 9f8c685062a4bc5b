package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every verb that reads a solver's file to the state in which its nets are trained. */
class SolverStateTest {

  private static final String NET =
      """
      layers:
        - {name: in, type: Input, options: {shape: [2, 3]}}
        - {name: deep, type: ReLU, bottom: in, include: {stage: deep}}
        - {name: high, type: ReLU, bottom: in, include: {min_level: 2}}
        - {name: plain, type: ReLU, bottom: in}
        - {name: wrong, type: ReLU, bottom: nowhere, include: {stage: wrong}}
      """;

  private static final String SOLVER =
      """
      net: net.yaml
      base_lr: 0.1
      max_iter: 1
      train_state: {level: 2, stage: [deep]}
      test_state: {stage: [deep]}
      """;

  @TempDir private Path folder;
  private Path solver = Path.of("");

  @BeforeEach
  void writeFiles() {
    TinyNets.write(folder.resolve("net.yaml"), NET);
    solver = TinyNets.write(folder.resolve("solver.yaml"), SOLVER);
  }

  private List<String> layers(Object... arguments) {
    Object[] all =
        Stream.concat(Stream.of(arguments), Stream.of(solver, "--json")).toArray(Object[]::new);
    return StreamSupport.stream(Invocation.of(all).json().get("layers").spliterator(), false)
        .map(layer -> layer.get("name").textValue())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"summary", "expand"})
  void buildsEachPhaseForItsOwnState(String verb) {
    assertThat(layers(verb, "--phase", "train")).containsExactly("in", "deep", "high", "plain");
    assertThat(layers(verb, "--phase", "test")).containsExactly("in", "deep", "plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"summary", "expand"})
  void isOverruledByTheCommandLine(String verb) {
    assertThat(layers(verb, "--phase", "train", "--stage", "other"))
        .containsExactly("in", "high", "plain");
    assertThat(layers(verb, "--phase", "test", "--level", "3"))
        .containsExactly("in", "deep", "high", "plain");
  }

  @Test
  void plansAndExplainsAndRunsThatState() {
    assertThat(Invocation.of("plan", solver, "--phase", "train").out()).contains("high");
    assertThat(Invocation.of("plan", solver, "--phase", "test").out()).doesNotContain("high");
    assertThat(Invocation.of("why", solver, "high").out()).contains("level 2");
    assertThat(Invocation.of("why", solver, "high", "--phase", "test").out())
        .contains("nothing but");
  }

  @Test
  void checksThatState() {
    assertThat(Invocation.of("check", solver).code()).isEqualTo(ExitCode.GOOD);
    Invocation wrong = Invocation.of("check", solver, "--set", "test_state.stage=[wrong]");
    assertThat(wrong.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(wrong.err()).contains("'nowhere'");
  }
}
