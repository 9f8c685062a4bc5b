/**
 * Layers that say how good a net's output is. Start at {@link org.cortado.layers.loss.LossLayers}.
 *
 * <p>The top of a loss is a scalar, shape {@code []}; the net hands its weight to backward as the
 * one element of that top's diff. Imports {@code org.cortado.api}, Jakarta's {@code Inject} and the
 * JDK alone.
 */
package org.cortado.layers.loss;
