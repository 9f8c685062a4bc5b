package org.cortado.engine.solver;

import java.util.Map;

/**
 * What a net does on a test set, on average.
 *
 * @param loss the total loss
 * @param outputs the net's outputs that are single numbers, by name, in the order of the net
 * @param items how many items were shown, each once; passes, where the net has no data layer
 */
public record TestResult(double loss, Map<String, Double> outputs, long items) {}
