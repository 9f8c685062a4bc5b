/**
 * Windows that slide over images, in plain Java: what the backends and the layers share. Start at
 * {@link org.cortado.api.window.Windows}.
 */
@Experimental
package org.cortado.api.window;

import org.cortado.api.promise.Experimental;
