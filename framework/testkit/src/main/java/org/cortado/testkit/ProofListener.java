package org.cortado.testkit;

import org.cortado.api.promise.Internal;

/** Is told how the proof of a layer goes. */
@FunctionalInterface
@Internal
public interface ProofListener {

  /**
   * Called before a clause is proved.
   *
   * @param type the layer's type
   * @param clause the clause as a sentence
   */
  void proving(String type, String clause);
}
