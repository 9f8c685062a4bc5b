/**
 * The contract between layers and what computes for them. Start at {@link
 * org.cortado.api.backend.Backend}.
 */
@Stable(since = "0.1")
package org.cortado.api.backend;

import org.cortado.api.promise.Stable;
