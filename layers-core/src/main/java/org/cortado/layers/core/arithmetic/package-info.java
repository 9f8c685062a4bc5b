/**
 * Layers that calculate: sums, products, and learned ones. Start at {@link
 * org.cortado.layers.core.arithmetic.ArithmeticLayers}, which lists all.
 *
 * <p>Depends on Cortado's API alone.
 */
package org.cortado.layers.core.arithmetic;
