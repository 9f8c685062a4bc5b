package org.cortado.testkit;

/** Ends a proof of a clause that has nothing to say of a case, as an assumption ends a test. */
final class NotApplicable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NotApplicable(String why) {
    super(why);
  }

  /** Ends the proof unless the clause applies. */
  static void unless(boolean applies, String why) {
    if (!applies) {
      throw new NotApplicable(why);
    }
  }

  /** Returns why the clause doesn't apply. */
  String why() {
    return String.valueOf(getMessage());
  }
}
