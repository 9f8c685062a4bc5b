package org.cortado.layers.core.normalization;

import org.cortado.api.backend.ChunkSums;

/**
 * How a tensor falls into sets that are normalised each by itself, and these into units that one
 * thread works on at a time.
 *
 * <p>The tensor is {@code rows} times {@code sets} times {@code runs} runs of {@code run}
 * neighbouring elements; a set is what has the same index among the sets, in all rows. Runs have
 * one channel each, in turn. A unit is a run, or a piece of one that is long.
 *
 * @param rows how often each set comes
 * @param sets the number of sets
 * @param runs how many runs follow each other in a set
 * @param run the length of a run
 * @param channels after how many runs the channels begin anew
 */
record Units(int rows, int sets, int runs, int run, int channels) {

  /** The greatest length of a unit. */
  static final int LONGEST = ChunkSums.LENGTH;

  /** Returns the units of a tensor whose sets are neighbouring runs of one channel each. */
  static Units ofRuns(int sets, int run) {
    return new Units(1, sets, 1, run, 1);
  }

  /** Returns the number of units that a run falls into. */
  int pieces() {
    return (int) (((long) run + LONGEST - 1) / LONGEST);
  }

  /** Returns the number of units. */
  int count() {
    return rows * sets * runs * pieces();
  }

  /** Returns the number of elements of a set. */
  int elements() {
    return rows * runs * run;
  }

  /** Returns the number of units of a set. */
  int perSet() {
    return rows * runs * pieces();
  }

  /** Returns the greatest length that a unit has. */
  int longest() {
    return Math.min(run, LONGEST);
  }

  /** Returns how many whole sets that are neighbours have room where a unit has; 0 if just one. */
  int setsTogether() {
    int elements = elements();
    return rows == 1 && elements > 0 && elements <= LONGEST / 2 ? LONGEST / elements : 0;
  }

  /** Returns the unit of an index among those of a set. */
  int unit(int set, int index) {
    int together = runs * pieces();
    return (index / together * sets + set) * together + index % together;
  }

  /** Returns the set that a unit is of. */
  int set(int unit) {
    int inOrder = unit / (runs * pieces());
    return rows == 1 ? inOrder : inOrder % sets;
  }

  /** Returns the channel that a unit is of. */
  int channel(int unit) {
    return unit / pieces() % channels;
  }

  /** Returns which piece of its run a unit is. */
  int piece(int unit) {
    return run <= LONGEST ? 0 : unit % pieces();
  }

  /** Returns how many elements of its run come before a unit. */
  int place(int unit) {
    return piece(unit) * LONGEST;
  }

  /** Returns the index of a unit's first element. */
  int start(int unit) {
    return run <= LONGEST ? unit * run : unit / pieces() * run + place(unit);
  }

  /** Returns the number of a unit's elements. */
  int length(int unit) {
    return Math.min(LONGEST, run - place(unit));
  }
}
