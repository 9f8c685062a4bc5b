package org.cortado.testkit;

import org.cortado.api.backend.Backend;

/** Proves one clause of the contract for one case. */
@FunctionalInterface
interface Proof {

  /** Throws an {@link AssertionError} if the layer breaks the clause. */
  void prove(Case tested, Backend backend);
}
