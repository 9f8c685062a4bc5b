package org.cortado.layers.core.data;

/**
 * What every layer that reads a file can be told of its batches.
 *
 * @param batchSize the number of items
 * @param shuffle whether each round has an order of its own
 */
record BatchOptions(int batchSize, boolean shuffle) {}
