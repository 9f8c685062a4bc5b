package org.cortado.api;

/** What a layer's backward pass reads besides {@code top.diff} and its parameters. */
public enum Reads {
  /** The data of the bottoms. */
  BOTTOM_DATA,
  /** The data of the tops. */
  TOP_DATA,
  /** Of the data of the tops, which elements are above 0. */
  TOP_SIGN
}
