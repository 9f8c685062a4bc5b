/**
 * What proves a layer. Start at {@link org.cortado.testkit.LayerContract}.
 *
 * <p>For the tests of layer jars, Cortado's own and any other's; brings JUnit and AssertJ along.
 */
@Stable(since = "0.1")
package org.cortado.testkit;

import org.cortado.api.promise.Stable;
