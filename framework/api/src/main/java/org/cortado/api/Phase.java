package org.cortado.api;

/** What a net is run for. */
public enum Phase {
  /** Learning: dropout drops, data wraps round. */
  TRAIN,
  /** Evaluation and inference. */
  TEST
}
