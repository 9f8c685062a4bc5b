package org.cortado.engine.definition.elsewhere;

import org.cortado.api.option.Default;

/** Stands for a layer of another jar that keeps its options to itself. */
public final class Hidden {

  private Hidden() {}

  private record Options(@Default("2") int factor) {}

  /** Returns the class as the plug-in loader would find it. */
  public static Class<? extends Record> options() {
    return Options.class;
  }
}
