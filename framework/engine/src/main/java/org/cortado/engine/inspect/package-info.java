/**
 * What there is to know of a net without running it. Start at {@link
 * org.cortado.engine.inspect.NetSummary}.
 *
 * <p>May import api, definition, language, plugin, net and format.
 */
package org.cortado.engine.inspect;
