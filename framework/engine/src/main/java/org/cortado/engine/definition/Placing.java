package org.cortado.engine.definition;

/** Gives places to lines and columns. */
@FunctionalInterface
interface Placing {

  /** Returns the place of a line and a column, each counted from 1. */
  Place at(int line, int column);
}
