package org.cortado.engine.net;

/** Whether backward computes the diff of a bottom, and why. */
public enum BottomGradient {
  /** Somebody below uses it. */
  WANTED(true, "something below learns or asks for a gradient"),
  /** The net's file or the caller wants all. */
  FORCED(true, "every gradient that can run was asked for"),
  /** The layer of the file asks for it. */
  ASKED(true, "propagate_down asks for it"),
  /** Nobody would use it. */
  NOT_WANTED(false, "nothing below learns"),
  /** The layer of the file forbids it. */
  CUT(false, "propagate_down forbids it"),
  /** The layer can't. */
  NOT_TAKEN(false, "this bottom of the type takes no gradient"),
  /** The layer has no part in the backward sweep. */
  STOPPED(false, "the layer itself doesn't run backward");

  private final boolean runs;
  private final String reason;

  BottomGradient(boolean runs, String reason) {
    this.runs = runs;
    this.reason = reason;
  }

  /** Returns whether it does. */
  public boolean runs() {
    return runs;
  }

  /** Returns why, in words. */
  public String reason() {
    return reason;
  }
}
