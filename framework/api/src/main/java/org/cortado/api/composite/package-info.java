/**
 * Layers that are made of other layers. Start at {@link org.cortado.api.composite.CompositeLayer}.
 */
@Stable(since = "0.1")
package org.cortado.api.composite;

import org.cortado.api.promise.Stable;
