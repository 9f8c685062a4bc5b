/** Random numbers that depend on their key alone. */
@Stable(since = "0.1")
package org.cortado.api.random;

import org.cortado.api.promise.Stable;
