package org.cortado.engine.plugin;

import java.util.ServiceConfigurationError;

/** Puts into words why the code of a plug-in failed. */
final class Reason {

  private Reason() {}

  /** Returns the message, or the whole fault where its message says too little without its kind. */
  static String of(Throwable fault) {
    if (fault instanceof ServiceConfigurationError) {
      Throwable cause = fault.getCause();
      return fault.getMessage() + (cause == null ? "" : ": " + cause);
    }
    // A missing class's message is its bare name.
    boolean bare = fault instanceof Error || fault.getMessage() == null;
    return bare ? fault.toString() : String.valueOf(fault.getMessage());
  }
}
