package org.cortado.layers.core.recurrent;

/** What a layer does for one stream at one step. Called by several threads at once. */
interface Cell {

  /** Returns how many numbers go into each unit. */
  int gates();

  /** Returns whether there is a memory beside the output. */
  boolean remembers();

  /** Computes what gates let through, in place. */
  void activate(float[] gates);

  /** Computes {@code h} and {@code c} of the activated gates and of what was before. */
  void forward(Row row);

  /**
   * Computes the diffs of the gates before they were activated, and turns {@code cDiff} from the
   * gradient of {@code c} into that of {@code previous}.
   */
  void backward(Row row);
}
