/**
 * Layers that arrange elements and shapes. Start at {@link
 * org.cortado.layers.core.shape.ShapeLayers}, which lists all.
 *
 * <p>Depends on Cortado's API alone.
 */
package org.cortado.layers.core.shape;
