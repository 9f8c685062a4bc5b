package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a training came to.
 *
 * @param iterations how many were done
 * @param seconds from start to end, tests and snapshots included
 * @param iterationsPerSecond of the iterations alone, without tests and snapshots
 * @param trainLoss the last one displayed, an average
 * @param tests the last test of each name, if there were any; a training that isn't interrupted
 *     ends in one of each
 * @param weights the file of the trained weights
 * @param run the folder of the run
 * @param interrupted whether it was stopped before its end
 * @param endedEarly why it came to its end before the last iteration, if it did
 */
public record TrainingResult(
    long iterations,
    double seconds,
    double iterationsPerSecond,
    double trainLoss,
    Map<String, TestResult> tests,
    Path weights,
    Path run,
    boolean interrupted,
    Optional<String> endedEarly) {

  /** Copies the map. */
  public TrainingResult {
    tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
  }

  /** Returns the last result of the first test, if there was any. */
  public Optional<TestResult> test() {
    return tests.values().stream().findFirst();
  }
}
