package org.cortado.drawing;

/** Where the layers of a picture go, from the data on. */
public enum Flow {
  /** From the top to the bottom, as nets are mostly drawn. */
  DOWN,

  /** From the left to the right, as circuits are. */
  RIGHT
}
