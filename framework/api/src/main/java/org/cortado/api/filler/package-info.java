/** What gives parameters their first values. Start at {@link org.cortado.api.filler.Filler}. */
@Stable(since = "0.1")
package org.cortado.api.filler;

import org.cortado.api.promise.Stable;
