package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.definition.Pace;
import org.cortado.engine.definition.Problem;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.rate.FixedPolicy;
import org.cortado.engine.rate.InvPolicy;
import org.cortado.engine.rate.StepPolicy;
import org.cortado.engine.update.AdamRule;
import org.cortado.engine.update.Regularizer;
import org.cortado.engine.update.SgdRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolverReaderTest {

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
  }

  @Test
  void readsAllThatCaffesLeNetSays() {
    bench.solver(
        """
        net: lenet.yaml
        type: SGD
        base_lr: 0.01
        lr_policy: {type: inv, gamma: 0.0001, power: 0.75}
        momentum: 0.9
        weight_decay: 0.0005
        max_iter: 5000
        display: 50
        test: {interval: 500}
        snapshot: {interval: 2500}
        seed: 7
        """);
    SolverDefinition read = read();
    assertThat(read.net()).isEqualTo(folder.resolve("lenet.yaml"));
    assertThat(read.type()).isEqualTo(new SgdRule(0.9));
    assertThat(read.baseLr()).isEqualTo(0.01);
    assertThat(read.lrPolicy()).isEqualTo(new InvPolicy(0.0001, 0.75));
    assertThat(read.weightDecay()).isEqualTo(0.0005f);
    assertThat(read.regularizationType()).isEqualTo(Regularizer.L2);
    assertThat(read.maxIter()).isEqualTo(5000);
    assertThat(read.display()).isEqualTo(50);
    assertThat(read.test())
        .containsExactly(
            new SolverDefinition.Test(
                "test", Optional.empty(), Optional.empty(), 500, true, Optional.empty()));
    assertThat(read.snapshot())
        .contains(new SolverDefinition.Snapshot(2500, 0, 0, Optional.empty()));
    assertThat(read.seed()).isEqualTo(7);
  }

  @Test
  void needsLittle() {
    bench.solver("{net: net.yaml, base_lr: 1, max_iter: 3}");
    SolverDefinition read = read();
    assertThat(read.net()).isEqualTo(folder.resolve("net.yaml"));
    assertThat(read.lrPolicy()).isEqualTo(new FixedPolicy());
    assertThat(read.iterSize()).isEqualTo(1);
    assertThat(read.display()).isEqualTo(100);
    assertThat(read.test()).isEmpty();
    assertThat(read.snapshot()).isEmpty();
    assertThat(read.earlyStopping()).isEmpty();
    assertThat(read.seed()).isEqualTo(1);
  }

  @Test
  void takesEpochsAndSamplesForIterations() {
    bench.solver(
        """
        net: net.yaml
        base_lr: 1
        max_iter: 10 epochs
        display: 40 samples
        lr_policy: {type: step, gamma: 0.1, stepsize: 2.5 epochs}
        """);
    Problems problems = new Problems();
    SolverFile file =
        new SolverReader(bench.catalogue.variants())
            .read(bench.solverFile(), List.of(), problems)
            .orElseThrow();
    SolverDefinition inIterations = file.at(new Pace(20, 1000));
    assertThat(inIterations.maxIter()).isEqualTo(500);
    assertThat(inIterations.display()).isEqualTo(2);
    assertThat(inIterations.lrPolicy()).isEqualTo(new StepPolicy(0.1, 125));
  }

  @Test
  void cantTellEpochsWithoutData() {
    bench.solver("{net: net.yaml, base_lr: 1, max_iter: 10 epochs}");
    SolverFile file =
        new SolverReader(bench.catalogue.variants())
            .read(bench.solverFile(), List.of(), new Problems())
            .orElseThrow();
    assertThatThrownBy(() -> file.at(Pace.UNKNOWN))
        .isInstanceOf(DefinitionException.class)
        .hasMessageEndingWith(
            "max_iter must be in iterations, since the net has no data layer that counts items,"
                + " but is '10 epochs'");
  }

  @Test
  void wantsANameForEachOfSeveralTests() {
    bench.solver("{net: net.yaml, base_lr: 1, max_iter: 1, test: [{}, {interval: 3}]}");
    assertThatThrownBy(this::read)
        .hasMessageContaining("each test needs a name of its own, but they are [test, test]");
  }

  @Test
  void takesAPolicyAsAMap() {
    SolverDefinition definition =
        bench.definition("lr_policy={type: step, gamma: 0.1, stepsize: 1000}");
    assertThat(definition.lrPolicy()).isEqualTo(new StepPolicy(0.1, 1000));
  }

  @Test
  void letsSettingsOverruleTheFile() {
    bench.solver(Bench.SOLVER);
    assertThat(read("base_lr=0.5", "test.interval=5").baseLr()).isEqualTo(0.5);
  }

  @Test
  void reportsAllThatIsWrongAtItsPlace() {
    bench.solver(
        """
        net: net.yaml
        base_lr: -1
        lr_policy: {type: inf, gamma: 1, power: 1}
        momentm: 0.9
        momentum: 1
        regularization_type: l3
        max_iter: many
        test: {interval: 500, initialisation: false}
        snapshot: {interval: -1}
        """);
    assertThat(problems())
        .extracting(problem -> problem.place().line())
        .containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(problems())
        .extracting(Problem::message)
        .containsExactly(
            "base_lr must be at least 0, but is -1",
            "lr_policy.type must be one of cosine, cyclic, exp, fixed, inv, multistep, one_cycle,"
                + " piecewise, plateau, poly, sigmoid, step, warmup, but is 'inf'; did you mean"
                + " 'inv'?",
            "unknown option 'momentm'; did you mean 'momentum'?",
            "type.momentum must be at least 0 and less than 1, but is 1",
            "regularization_type must be one of l2, l1, but is 'l3'; did you mean 'l2'?",
            "max_iter must be a whole number, or a span such as '10 epochs', but is 'many'",
            "unknown option 'test.initialisation'; did you mean 'test.initialization'?",
            "snapshot.interval must be at least 0, but is -1");
  }

  @Test
  void saysWhatIsMissing() {
    bench.solver("{}");
    assertThat(problems())
        .extracting(Problem::message)
        .satisfiesExactlyInAnyOrder(
            message -> assertThat(message).startsWith("net is missing"),
            message -> assertThat(message).startsWith("base_lr is missing"),
            message -> assertThat(message).startsWith("max_iter is missing"));
  }

  @Test
  void namesTheTypesThatThereAre() {
    bench.solver("{net: net.yaml, base_lr: 1, max_iter: 1, type: Adm}");
    assertThat(problems())
        .extracting(Problem::message)
        .containsExactly(
            "type must be one of AMSGrad, AdaDelta, AdaGrad, Adam, AdamW, LARS, Lion, NAdam,"
                + " Nesterov, RAdam, RMSProp, SGD, but is 'Adm'; did you mean 'Adam'?");
  }

  @Test
  void namesTheTypeOnceWhereItsOptionsStandBesideIt() {
    bench.solver("{net: net.yaml, base_lr: 1, max_iter: 1, type: Adm, momentum: 0.9}");
    assertThat(problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).startsWith("type must be one of "));
  }

  @Test
  void takesTheOptionsOfTheTypeBesideItOrInIt() {
    bench.solver("{net: net.yaml, base_lr: 1, max_iter: 1, type: Adam, momentum2: 0.99}");
    assertThat(read().type()).isEqualTo(new AdamRule(0.9, 0.99, 1e-8));
    assertThat(read("type={type: Adam, delta: 1}").type()).isEqualTo(new AdamRule(0.9, 0.99, 1));
  }

  @Test
  void refusesAnOptionThatTheTypeHasNoUseFor() {
    bench.solver("{net: net.yaml, base_lr: 1, max_iter: 1, type: AdaGrad, momentum: 0.9}");
    assertThatThrownBy(this::read)
        .hasMessageEndingWith(":1:57: unknown option 'type.momentum'; known are delta");
  }

  @Test
  void refusesAListForASolver() {
    bench.solver("[1, 2]");
    assertThat(problems())
        .extracting(Problem::message)
        .containsExactly("a solver must be a map, but is a list");
  }

  private SolverDefinition read(String... settings) {
    return bench.readSolver(settings).definition();
  }

  private List<Problem> problems() {
    Problems problems = new Problems();
    assertThat(
            new SolverReader(bench.catalogue.variants())
                .read(bench.solverFile(), List.of(), problems))
        .isEmpty();
    return problems.sorted();
  }
}
