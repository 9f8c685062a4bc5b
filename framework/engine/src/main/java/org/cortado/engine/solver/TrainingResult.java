package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a training came to.
 *
 * @param iterations how many were done
 * @param seconds from start to end, tests and snapshots included
 * @param iterationsPerSecond of the iterations alone, without tests and snapshots
 * @param trainLoss the last one displayed, an average
 * @param test the last test, if there was any; a training that isn't interrupted ends in one
 * @param weights the file of the trained weights
 * @param run the folder of the run
 * @param interrupted whether it was stopped before its end
 */
public record TrainingResult(
    long iterations,
    double seconds,
    double iterationsPerSecond,
    double trainLoss,
    Optional<TestResult> test,
    Path weights,
    Path run,
    boolean interrupted) {}
