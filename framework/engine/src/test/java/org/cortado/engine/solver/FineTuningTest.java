package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cortado.api.Phase;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.net.Net;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineTuningTest {

  private static final SolverListener NOBODY = new SolverListener() {};
  private static final String FREEZE = "parameters={match: line.0, freeze: true}";

  @TempDir Path folder;
  private Bench bench;
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
    bench.solver(Bench.SOLVER + "momentum: 0.9\nweight_decay: 0.1\nsnapshot: {interval: 4}\n");
    try (Net net = bench.build(Phase.TRAIN)) {
      net.parameters().forEach(each -> each.blob().data().update().put(0, 0.25f));
      Weights.save(net, folder.resolve("old.safetensors"), Map.of());
    }
  }

  private RunFolder run(String name, SolverListener listener, String... settings) {
    RunFolder run = RunFolder.createAt(folder.resolve(name));
    try (Training training = bench.training(settings)) {
      training.run(run, listener);
    }
    return run;
  }

  @Test
  void whatIsFrozenStaysTheSameToTheBit() {
    try (Training training = bench.training("weights=old.safetensors", FREEZE)) {
      training.loadStartWeights();
      float[] frozen = Bench.values(training.net().parameters().get(0));
      float[] learns = Bench.values(training.net().parameters().get(1));
      training.run(RunFolder.createAt(folder.resolve("run")), NOBODY);
      assertThat(Bench.values(training.net().parameters().get(0))).containsExactly(frozen);
      assertThat(Bench.values(training.net().parameters().get(1))).doesNotContain(learns);
    }
  }

  @Test
  void maxNormHoldsForTheParametersOfARule() {
    String rule = "parameters={match: line.1, max_norm: 0.125}";
    try (Training training = bench.training(rule)) {
      training.run(RunFolder.createAt(folder.resolve("run")), NOBODY);
      float[] limited = Bench.values(training.net().parameters().get(1));
      assertThat(Math.abs(limited[0])).isLessThanOrEqualTo(0.125f + 1e-6f).isPositive();
    }
  }

  @Test
  void goesOnToTheSameBytesAndNeedsNoStartWeightsThen() throws IOException {
    String[] settings = {
      "weights={file: old.safetensors, skip: line.1}",
      "parameters=[{match: '*', lr_mult: 0.5}, {match: line.1, max_norm: 2, decay_mult: 0}]"
    };
    RunFolder whole = run("whole", NOBODY, settings);
    RunFolder killed = kill("killed", 6, settings);
    Files.delete(folder.resolve("old.safetensors"));
    resume(killed, settings);
    assertThat(notes).containsExactly("going on after iteration 4");
    assertThat(killed.weights()).hasSameBinaryContentAs(whole.weights());
  }

  @Test
  void beginsAnewWithTheStartWeights() throws IOException {
    String[] settings = {"weights=old.safetensors"};
    RunFolder whole = run("whole", NOBODY, settings);
    RunFolder killed = kill("killed", 2, settings);
    resume(killed, settings);
    assertThat(notes).containsExactly("there is no snapshot yet: beginning anew");
    assertThat(killed.weights()).hasSameBinaryContentAs(whole.weights());
  }

  private RunFolder kill(String name, long before, String... settings) {
    IllegalStateException kill = new IllegalStateException("killed");
    SolverListener killer =
        new SolverListener() {
          @Override
          public void iterationStarting(long done) {
            if (done == before) {
              throw kill;
            }
          }
        };
    assertThatThrownBy(() -> run(name, killer, settings)).isSameAs(kill);
    return RunFolder.open(folder.resolve(name));
  }

  private void resume(RunFolder run, String... settings) {
    try (Training training = bench.training(settings)) {
      training.resume(run, NOBODY, notes::add);
    }
  }

  @Test
  void theRecordNamesTheWeightsByTheirWholePath() {
    RunFolder run = run("run", NOBODY, "weights=old.safetensors");
    assertThat(run.solver())
        .content()
        .contains("file: " + folder.resolve("old.safetensors"))
        .contains("strict: true");
  }

  @Test
  void saysWhatIsWrongWithARuleAndWhere() {
    bench.solver(
        Bench.SOLVER
            + """
            parameters:
              - {match: line, freeze: true, lr_mult: 1}
              - {match: line.1}
              - {match: '{a', freeze: true}
            """);
    assertThatThrownBy(() -> bench.training())
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            "yaml:5:5: parameters: freeze and lr_mult say the same thing of 'line'; leave one of"
                + " them out")
        .hasMessageContaining(
            "yaml:6:5: parameters: nothing is said of 'line.1'; say freeze, lr_mult, decay_mult or"
                + " max_norm")
        .hasMessageContaining("yaml:7:5: parameters: '{a' is no pattern: Missing '}");
  }

  @Test
  void aRuleThatMatchesNothingIsFoundAtItsPlace() {
    bench.solver(
        Bench.SOLVER
            + """
            parameters:
              - {match: line, lr_mult: 1}
              - {match: lime, freeze: true}
            """);
    assertThatThrownBy(() -> bench.training())
        .isInstanceOf(DefinitionException.class)
        .hasMessageEndingWith(
            "yaml:6:5: parameters: 'lime' matches no parameter; did you mean 'line'?");
  }
}
