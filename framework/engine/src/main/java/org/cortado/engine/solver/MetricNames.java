package org.cortado.engine.solver;

import java.util.LinkedHashSet;
import java.util.Set;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.net.Net;

/** Knows what a training will have measured, by name: {@code train.loss}, {@code test.accuracy}. */
final class MetricNames {

  private final SolverFile file;
  private final Set<String> ofTraining = new LinkedHashSet<>();
  private final Set<String> ofTests = new LinkedHashSet<>();
  private final Problems problems = new Problems();

  MetricNames(SolverFile file, TrainingNets nets) {
    this.file = file;
    add("train", nets.train(), ofTraining);
    nets.tests().forEach(test -> add(test.definition().name(), test.net(), ofTests));
    ofTraining.addAll(ofTests);
  }

  private static void add(String of, Net net, Set<String> names) {
    names.add(of + ".loss");
    new ScalarOutputs(net).names().forEach(output -> names.add(of + "." + output));
  }

  /**
   * Checks all names that a definition says.
   *
   * @throws org.cortado.engine.definition.DefinitionException if one is not measured
   */
  void check(SolverDefinition definition) {
    definition.lrPolicy().metrics().forEach(metric -> require(metric, ofTraining, "lr_policy"));
    definition
        .earlyStopping()
        .ifPresent(stop -> require(stop.metric(), ofTraining, "early_stopping", "metric"));
    definition
        .snapshot()
        .flatMap(SolverDefinition.Snapshot::best)
        .ifPresent(best -> require(best.metric(), ofTests, "snapshot", "best", "metric"));
    problems.throwIfAny();
  }

  private void require(String metric, Set<String> known, String... keys) {
    if (!known.contains(metric)) {
      problems.add(
          file.place(keys),
          "%s: nothing measures '%s'%s; known are %s"
              .formatted(
                  String.join(".", keys),
                  metric,
                  Spelling.suggestion(metric, known),
                  known.isEmpty() ? "none, since there is no test" : String.join(", ", known)));
    }
  }
}
