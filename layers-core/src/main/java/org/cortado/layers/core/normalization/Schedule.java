package org.cortado.layers.core.normalization;

import org.cortado.api.backend.Parallel;

/**
 * Goes over all units twice: once to gather numbers of each set, once to use them.
 *
 * <p>Many sets are shared among the threads, each of which goes over a set again while it is in
 * cache; of few sets the units are shared. What comes out is the same.
 */
final class Schedule {

  private static final int GRAIN = 1 << 14;
  private static final int SETS_A_THREAD = 8;

  private final Parallel parallel;
  private final Units units;
  private final Steps steps;
  private final Parallel.Body bySet = this::bySet;
  private final Parallel.Body gather = this::gather;
  private final Parallel.Body use = this::use;

  /** What is done. */
  interface Steps {

    /** Gathers the numbers of a unit. */
    void gather(int worker, int unit);

    /** Makes those of a set of those of its units. */
    void combine(int set);

    /** Uses those of its set for a unit. */
    void use(int worker, int unit);
  }

  Schedule(Parallel parallel, Units units, Steps steps) {
    this.parallel = parallel;
    this.units = units;
    this.steps = steps;
  }

  /** Goes over all units twice. */
  void run() {
    if (units.sets() >= SETS_A_THREAD * parallel.threads()) {
      parallel.forEach(units.sets(), grain(units.elements()), bySet);
      return;
    }
    gather();
    use();
  }

  /** Goes over all units once, to gather, and combines. */
  void gather() {
    parallel.forEach(units.count(), grain(Math.min(units.run(), Units.LONGEST)), gather);
    for (int set = 0; set < units.sets(); set++) {
      steps.combine(set);
    }
  }

  /** Goes over all units once, to use what is known. */
  void use() {
    parallel.forEach(units.count(), grain(Math.min(units.run(), Units.LONGEST)), use);
  }

  private static int grain(int elements) {
    return Math.max(1, GRAIN / Math.max(1, elements));
  }

  private void bySet(int worker, int from, int to) {
    for (int set = from; set < to; set++) {
      for (int i = 0; i < units.perSet(); i++) {
        steps.gather(worker, units.unit(set, i));
      }
      steps.combine(set);
      for (int i = 0; i < units.perSet(); i++) {
        steps.use(worker, units.unit(set, i));
      }
    }
  }

  private void gather(int worker, int from, int to) {
    for (int unit = from; unit < to; unit++) {
      steps.gather(worker, unit);
    }
  }

  private void use(int worker, int from, int to) {
    for (int unit = from; unit < to; unit++) {
      steps.use(worker, unit);
    }
  }
}
