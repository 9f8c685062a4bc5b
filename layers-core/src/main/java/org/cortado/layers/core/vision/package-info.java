/**
 * Layers that look at images through windows. Start at {@link
 * org.cortado.layers.core.vision.VisionLayers}, which lists all.
 *
 * <p>Depends on Cortado's API alone.
 */
package org.cortado.layers.core.vision;
