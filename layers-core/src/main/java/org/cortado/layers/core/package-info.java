/**
 * The layers of this jar, a package for each family, and in each a {@link
 * org.cortado.api.LayerModule} that lists them.
 */
package org.cortado.layers.core;
