package org.cortado.engine.language;

import org.cortado.engine.definition.Words;

/** How variables may be called. */
final class VariableNames {

  private VariableNames() {}

  /** Says that a name is none that an expression could hold. */
  static String wrong(String noun, String name) {
    return noun
        + " "
        + Words.quoted(name)
        + " has a wrong name; it must be letters, digits and '_', and not begin with a digit";
  }
}
