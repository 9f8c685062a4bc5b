package org.cortado.api.backend;

/** Runs a loop on several threads. */
public interface Parallel {

  /** Returns how many threads there are, the caller's included. */
  int threads();

  /**
   * Runs {@code body} on disjoint ranges that together are {@code [0, count)}, and waits for all.
   *
   * <p>The ranges depend on {@code count}, {@code grain} and the number of threads alone. An
   * exception of the body is thrown here once all have ended.
   *
   * @param grain the least length of a range that is worth a thread; ranges begin at multiples of
   *     it
   */
  void forEach(int count, int grain, Body body);

  /** One range of a loop. */
  @FunctionalInterface
  interface Body {

    /**
     * Runs the steps {@code from} to {@code to - 1}.
     *
     * @param worker tells the threads apart, from 0 to {@code threads - 1}: no two at once have the
     *     same
     */
    void run(int worker, int from, int to);
  }
}
