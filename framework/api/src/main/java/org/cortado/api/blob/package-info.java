/** What flows between layers. Start at {@link org.cortado.api.blob.Blob}. */
@Stable(since = "0.1")
package org.cortado.api.blob;

import org.cortado.api.promise.Stable;
