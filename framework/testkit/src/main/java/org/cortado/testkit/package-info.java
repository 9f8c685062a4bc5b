/**
 * What proves a layer. Start at {@link org.cortado.testkit.LayerContract}, for the tests of layer
 * jars, Cortado's own and any other's; it brings JUnit and AssertJ along.
 *
 * <p>{@link org.cortado.testkit.LayerProof} proves the same clauses without either, for the command
 * line: the contract is the only class that may use them.
 */
@Stable(since = "0.1")
package org.cortado.testkit;

import org.cortado.api.promise.Stable;
