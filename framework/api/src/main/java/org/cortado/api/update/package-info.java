/**
 * How a gradient changes weights. An author of a new rule starts at {@link
 * org.cortado.api.update.UpdateRule}.
 */
package org.cortado.api.update;
