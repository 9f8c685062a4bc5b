/**
 * How long the layers of a net take, and how near to the machine's best they come. Start at {@link
 * org.cortado.engine.timing.NetTimer}.
 *
 * <p>May import api, definition, inspect and net.
 */
package org.cortado.engine.timing;
