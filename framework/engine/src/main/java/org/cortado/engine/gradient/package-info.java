/**
 * Tells whether a layer's backward pass is the derivative of its forward pass. Start at {@link
 * org.cortado.engine.gradient.GradientChecker}.
 *
 * <p>Imports the API and the JDK alone.
 */
package org.cortado.engine.gradient;
