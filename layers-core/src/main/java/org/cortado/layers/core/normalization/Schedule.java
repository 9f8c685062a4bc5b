package org.cortado.layers.core.normalization;

import org.cortado.api.backend.Parallel;

/**
 * Goes over all units twice: once to gather numbers of each set, once to use them.
 *
 * <p>Sets of neighbours that are small are read once, many together. Many larger ones are shared
 * among the threads, each of which goes over a set again while it is in cache; of few sets the
 * units are shared. What comes out is the same.
 */
final class Schedule {

  private static final int GRAIN = 1 << 14;
  private static final int SETS_A_THREAD = 8;

  private final Parallel parallel;
  private final Units units;
  private final Steps steps;
  private final int setsTogether;
  private final Parallel.Body bySets = this::bySets;
  private final Parallel.Body bySet = this::bySet;
  private final Parallel.Body gather = this::gather;
  private final Parallel.Body use = this::use;
  private final Parallel.Body once = this::once;
  private boolean uses;

  /** What is done; each thread has a workshop that a unit is brought to. */
  interface Steps {

    /** Brings elements, of neighbouring units, to the beginning of the thread's workshop. */
    void load(int worker, int start, int length);

    /** Gathers the numbers of a unit, which lies in the workshop from {@code at} on. */
    void gather(int worker, int unit, int at);

    /** Makes those of a set of those of its units. */
    void combine(int set);

    /** Brings a unit back to where {@link #gather} left it, at the beginning of the workshop. */
    void loadAgain(int worker, int unit);

    /** Uses the numbers of its set for a unit that lies as {@link #gather} left it. */
    void use(int worker, int unit, int at);

    /** Takes elements from the beginning of the workshop to where they belong. */
    void store(int worker, int start, int length);
  }

  Schedule(Parallel parallel, Units units, Steps steps) {
    this.parallel = parallel;
    this.units = units;
    this.steps = steps;
    setsTogether = units.setsTogether();
  }

  /** Goes over all units twice. */
  void run() {
    go(true);
  }

  /** Goes over all units once, to gather, in the same order, and combines. */
  void gather() {
    go(false);
  }

  private void go(boolean twice) {
    uses = twice;
    if (setsTogether > 0) {
      int blocks = (units.sets() + setsTogether - 1) / setsTogether;
      parallel.forEach(blocks, grain(setsTogether * units.elements()), bySets);
    } else if (units.sets() >= SETS_A_THREAD * parallel.threads()) {
      parallel.forEach(units.sets(), grain(units.elements()), bySet);
    } else {
      parallel.forEach(units.count(), grain(units.longest()), gather);
      combine();
      if (twice) {
        use();
      }
    }
  }

  /** Goes over all units once, to use what is known. */
  void use() {
    parallel.forEach(units.count(), grain(units.longest()), use);
  }

  /** Goes over all units once, to gather and at once to use what was known before. */
  void once() {
    parallel.forEach(units.count(), grain(units.longest()), once);
  }

  private void combine() {
    for (int set = 0; set < units.sets(); set++) {
      steps.combine(set);
    }
  }

  private static int grain(int elements) {
    return Math.max(1, GRAIN / Math.max(1, elements));
  }

  private void bySets(int worker, int from, int to) {
    for (int block = from; block < to; block++) {
      int first = block * setsTogether;
      int sets = Math.min(setsTogether, units.sets() - first);
      bySets(worker, first, sets, units.elements());
    }
  }

  private void bySets(int worker, int first, int sets, int elements) {
    steps.load(worker, first * elements, sets * elements);
    for (int i = 0; i < sets; i++) {
      together(worker, first + i, i * elements);
    }
    if (uses) {
      steps.store(worker, first * elements, sets * elements);
    }
  }

  private void together(int worker, int set, int at) {
    int first = set * units.runs();
    for (int i = 0; i < units.runs(); i++) {
      steps.gather(worker, first + i, at + i * units.run());
    }
    steps.combine(set);
    for (int i = 0; uses && i < units.runs(); i++) {
      steps.use(worker, first + i, at + i * units.run());
    }
  }

  private void bySet(int worker, int from, int to) {
    for (int set = from; set < to; set++) {
      for (int i = 0; i < units.perSet(); i++) {
        gather(worker, units.unit(set, i));
      }
      steps.combine(set);
      for (int i = 0; uses && i < units.perSet(); i++) {
        use(worker, units.unit(set, i));
      }
    }
  }

  private void gather(int worker, int from, int to) {
    for (int unit = from; unit < to; unit++) {
      gather(worker, unit);
    }
  }

  private void gather(int worker, int unit) {
    steps.load(worker, units.start(unit), units.length(unit));
    steps.gather(worker, unit, 0);
  }

  private void use(int worker, int from, int to) {
    for (int unit = from; unit < to; unit++) {
      use(worker, unit);
    }
  }

  private void use(int worker, int unit) {
    steps.loadAgain(worker, unit);
    steps.use(worker, unit, 0);
    steps.store(worker, units.start(unit), units.length(unit));
  }

  private void once(int worker, int from, int to) {
    for (int unit = from; unit < to; unit++) {
      gather(worker, unit);
      steps.use(worker, unit, 0);
      steps.store(worker, units.start(unit), units.length(unit));
    }
  }
}
