/**
 * Layers that data come from.
 *
 * <p>A layer that reads a file is a {@link org.cortado.layers.core.data.BatchedLayer} around a
 * {@link org.cortado.layers.core.data.Source}, which knows the file's format and nothing of
 * batches.
 */
package org.cortado.layers.core.data;
