package org.cortado.engine.solver;

/**
 * What a test in the course of a training came to.
 *
 * @param iteration after how many iterations
 * @param result what was found
 */
public record TestReport(long iteration, TestResult result) {}
