package org.cortado.layers.core.arithmetic;

import org.cortado.api.backend.ChunkSums;

/**
 * How a tensor {@code [outer x channels x inner]} falls into pieces of one channel each, which are
 * worked on by themselves.
 *
 * @param outer how often all channels come
 * @param channels the number of channels
 * @param inner how many neighbours are of one channel
 */
record ChannelPieces(int outer, int channels, int inner) {

  /** The greatest length of a piece. */
  static final int LONGEST = ChunkSums.LENGTH;

  /** Below this length to go from piece to piece costs more than it saves. */
  private static final int SHORT = 64;

  private static final int GRAIN = 1 << 14;

  /** Returns whether pieces are long enough to be worked on by themselves. */
  boolean worthwhile() {
    return inner >= SHORT;
  }

  /** Returns how many pieces are worth a thread. */
  int grain() {
    return Math.max(1, GRAIN / Math.max(1, Math.min(inner, LONGEST)));
  }

  /** Returns the number of pieces. */
  int count() {
    return outer * channels * perRun();
  }

  /** Returns the number of pieces that neighbours of one channel fall into. */
  int perRun() {
    return inner == 0 ? 0 : (inner - 1) / LONGEST + 1;
  }

  /** Returns the channel that a piece is of. */
  int channel(int piece) {
    return piece / perRun() % channels;
  }

  /** Returns the index of a piece's first element. */
  int start(int piece) {
    return piece / perRun() * inner + piece % perRun() * LONGEST;
  }

  /** Returns the number of a piece's elements. */
  int length(int piece) {
    return Math.min(LONGEST, inner - piece % perRun() * LONGEST);
  }
}
