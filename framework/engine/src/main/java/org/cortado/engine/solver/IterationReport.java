package org.cortado.engine.solver;

import java.util.Map;

/**
 * What one iteration came to.
 *
 * @param iteration how many have been done, this one included
 * @param loss of its batch, before the update
 * @param learningRate of its update
 * @param items how many items the batch had; 0 where no data layer tells
 * @param outputs the net's outputs that are single numbers, by name
 */
public record IterationReport(
    long iteration, double loss, double learningRate, int items, Map<String, Double> outputs) {}
