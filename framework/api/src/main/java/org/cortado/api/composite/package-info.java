/**
 * Layers that are made of other layers. Start at {@link org.cortado.api.composite.CompositeLayer}.
 */
package org.cortado.api.composite;
