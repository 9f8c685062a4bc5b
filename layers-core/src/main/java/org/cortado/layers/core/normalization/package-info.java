/**
 * Layers that bring blobs to a common scale. Start at {@link
 * org.cortado.layers.core.normalization.NormalizationLayers}, which lists all.
 *
 * <p>Depends on Cortado's API alone.
 */
package org.cortado.layers.core.normalization;
