package org.cortado.layers.core.data;

import org.cortado.api.blob.Shape;

/**
 * A finite set of items, each of which gives some floats to each top.
 *
 * <p>What the shapes need is read when a source is made, the rest by {@link #load}.
 */
interface Source {

  /** Returns the number of items, reading what that takes. */
  int itemCount();

  /** Returns the shape of what one item gives to a top; {@code []} for a single number. */
  Shape itemShape(int top);

  /**
   * Reads what has not been read yet.
   *
   * @throws org.cortado.api.DataException if that is not what the format promises
   */
  void load();

  /** Writes what an item gives to a top; only after {@link #load}. */
  void copy(int top, int item, float[] to, int at);
}
