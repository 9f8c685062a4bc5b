/**
 * Linear algebra and shapes. Start at {@link org.cortado.layers.core.CoreLayers}, which lists all;
 * {@link org.cortado.layers.core.AddLayer} is a small one.
 *
 * <p>Depends on Cortado's API alone.
 */
package org.cortado.layers.core;
