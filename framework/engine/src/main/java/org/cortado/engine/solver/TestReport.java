package org.cortado.engine.solver;

/**
 * What a test in the course of a training came to.
 *
 * @param name which test, where there are several; {@code test} where there is one
 * @param iteration after how many iterations
 * @param result what was found
 */
public record TestReport(String name, long iteration, TestResult result) {}
