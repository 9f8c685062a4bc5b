package org.cortado.onednn;

/** What calls of the native library return. */
final class Status {

  private static final String[] NAMES = {
    "success",
    "out of memory",
    "invalid arguments",
    "unimplemented",
    "last implementation reached",
    "runtime error",
    "not required",
    "invalid graph",
    "invalid graph operation",
    "invalid shape",
    "invalid data type"
  };

  private Status() {}

  /**
   * Does nothing if the status is good.
   *
   * @param what what was asked for, to follow "oneDNN can't"
   * @throws IllegalStateException if the status isn't good
   */
  static void check(int status, String what) {
    if (status != 0) {
      throw new IllegalStateException("oneDNN can't " + what + ": " + name(status));
    }
  }

  private static String name(int status) {
    return status > 0 && status < NAMES.length ? NAMES[status] : "status " + status;
  }
}
