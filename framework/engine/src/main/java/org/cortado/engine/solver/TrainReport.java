package org.cortado.engine.solver;

import java.util.Map;

/**
 * What the iterations since the last report came to.
 *
 * @param iteration how many have been done
 * @param loss on average
 * @param learningRate of the last update
 * @param outputs on average: the net's outputs that are single numbers, by name
 */
public record TrainReport(
    long iteration, double loss, double learningRate, Map<String, Double> outputs) {}
