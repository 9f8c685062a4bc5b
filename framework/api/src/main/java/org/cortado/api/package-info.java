/**
 * What a layer author sees. Start at {@link org.cortado.api.Layer}.
 *
 * <p>Depends on the JDK and Guice alone.
 */
@Stable(since = "0.1")
package org.cortado.api;

import org.cortado.api.promise.Stable;
