/**
 * Finds what layer jars offer and makes layers. Start at {@link
 * org.cortado.engine.plugin.LayerCatalogue}.
 *
 * <p>May import api and definition.
 */
package org.cortado.engine.plugin;
