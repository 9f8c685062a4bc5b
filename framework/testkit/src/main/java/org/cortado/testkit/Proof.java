package org.cortado.testkit;

import org.cortado.api.backend.Backend;

/** Proves one clause of the contract for one case. */
@FunctionalInterface
interface Proof {

  /**
   * Proves it.
   *
   * @throws AssertionError if the layer breaks the clause
   * @throws NotApplicable if the clause has nothing to say of the case
   */
  void prove(Case tested, Backend backend);
}
