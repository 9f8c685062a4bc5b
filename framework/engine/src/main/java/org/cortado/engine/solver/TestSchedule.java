package org.cortado.engine.solver;

import java.util.Optional;

/** Tests in the course of a training. */
final class TestSchedule implements SolverListener {

  private final SolverDefinition.Test definition;
  private final Tester tester;
  private final Averages averages;
  private final SolverListener listener;
  private Optional<TestResult> last = Optional.empty();
  private long lastTested = -1;

  /**
   * Makes one.
   *
   * @param averages of the weights, which are tested in their place
   * @param listener is told the results
   */
  TestSchedule(
      SolverDefinition.Test definition, Tester tester, Averages averages, SolverListener listener) {
    this.definition = definition;
    this.tester = tester;
    this.averages = averages;
    this.listener = listener;
  }

  @Override
  public void iterationStarting(long done) {
    if (definition.isDue(done)) {
      averages.inPlace(() -> test(done));
    }
  }

  /** Tests the weights as they are, unless that was the last that it did. */
  void testOnce(long done) {
    if (lastTested != done) {
      test(done);
    }
  }

  /** Tests the weights as they are. */
  void test(long done) {
    TestResult result = tester.run();
    lastTested = done;
    last = Optional.of(result);
    listener.tested(new TestReport(name(), done, result));
  }

  /** Returns what its results are called by. */
  String name() {
    return definition.name();
  }

  /** Returns the result of the last test, if there was one. */
  Optional<TestResult> last() {
    return last;
  }
}
