/**
 * How a gradient changes weights. An author of a new rule starts at {@link
 * org.cortado.api.update.UpdateRule}.
 */
@Stable(since = "0.1")
package org.cortado.api.update;

import org.cortado.api.promise.Stable;
