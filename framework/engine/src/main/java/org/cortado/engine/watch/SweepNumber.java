package org.cortado.engine.watch;

/**
 * Which sweep of a training.
 *
 * @param iteration the iteration that it belongs to, from 1
 * @param sweep how many sweeps came before it, which batches and random numbers follow from
 */
public record SweepNumber(long iteration, long sweep) {}
