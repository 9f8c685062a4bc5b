/**
 * Layers that read sequences step by step. Start at {@link
 * org.cortado.layers.core.recurrent.RecurrentLayers}, which lists all.
 *
 * <p>Depends on Cortado's API alone.
 */
package org.cortado.layers.core.recurrent;
