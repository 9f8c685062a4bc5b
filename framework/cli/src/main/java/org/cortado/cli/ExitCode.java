package org.cortado.cli;

/** How commands end. */
final class ExitCode {

  /** All is good. */
  static final int GOOD = 0;

  /** A fault of Cortado's own, or of the machine. */
  static final int INTERNAL = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** A definition is wrong. */
  static final int DEFINITION = 3;

  /** Data are missing or wrong. */
  static final int DATA = 4;

  /** Numbers are wrong: a loss that is none, or a gradient that fails its check. */
  static final int NUMBERS = 5;

  /** Weights don't go with the net. */
  static final int WEIGHTS = 6;

  /** A plug-in failed. */
  static final int PLUGIN = 7;

  /** The user ended it; what there was has been saved. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
