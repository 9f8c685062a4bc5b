package org.cortado.testkit;

import java.util.Locale;
import java.util.function.Consumer;

/** What every layer type has to keep to, whatever the case. */
enum TypeClause {
  EXPLAINS_ITSELF(
      type -> Declarations.areHelpful(type.declaration()),
      "put @Help on the class and on each component of its options record: check, describe and"
          + " editors show it"),
  MISUSE_IS_TOLD_OF(
      type -> type.misuse().isToldOf(),
      "an unknown option, or a wrong number of bottoms or tops, has to end in a message that names"
          + " it: look at the options record and at @LayerType");

  @SuppressWarnings("ImmutableEnumChecker") // all proofs are without a state
  private final Consumer<TestedType> proof;

  private final String advice;

  TypeClause(Consumer<TestedType> proof, String advice) {
    this.proof = proof;
    this.advice = advice;
  }

  /**
   * Proves the clause for a type.
   *
   * @throws AssertionError if the type breaks it
   */
  void prove(TestedType type) {
    proof.accept(type);
  }

  /** Returns what its author may look at where it is broken. */
  String advice() {
    return advice;
  }

  /** Returns the clause as a sentence. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
