/**
 * Layers that apply a function of one variable to each element. Start at {@link
 * org.cortado.layers.activations.ActivationLayers}.
 *
 * <p>Imports {@code org.cortado.api}, Jakarta's {@code Inject} and the JDK alone.
 */
package org.cortado.layers.activations;
