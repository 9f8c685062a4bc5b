package org.cortado.engine.update;

/**
 * L2 norms of one parameter in one update.
 *
 * @param key the parameter: {@code conv1.0}
 * @param weights before the update
 * @param gradient the mean over {@code iter_size} passes, before clipping and decay
 * @param update what was taken from the weights, decay included, before {@code max_norm}
 */
public record ParameterNorms(String key, double weights, double gradient, double update) {}
