package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.backend.Parallel;

/**
 * Parameters cut into pieces that fit into the nearest cache, and shared out among threads.
 *
 * <p>The parameters stand one after the other, and are divided like one long one: small ones cost
 * nothing of their own. A piece belongs to one parameter, and to one thread.
 */
final class Pieces {

  /** The greatest length of a piece. */
  static final int LENGTH = 2048;

  /** A range that is worth a thread, in cells. */
  private static final int GRAIN = 8;

  private final int[] counts;

  /** The first piece of each parameter, and an end. */
  private final int[] starts;

  /** The parameter of each piece. */
  private final int[] owners;

  /** The first piece that begins in each stretch of {@code LENGTH}, or after it, and an end. */
  private final int[] cells;

  /** Does something with a piece. */
  @FunctionalInterface
  interface Body {

    /**
     * Does it.
     *
     * @param worker tells the threads apart
     * @param parameter whose piece it is
     * @param from the piece's first element
     */
    void run(int worker, int piece, int parameter, int from, int length);
  }

  /**
   * Cuts.
   *
   * @param lengths how many elements each parameter has
   */
  Pieces(List<Integer> lengths) {
    counts = lengths.stream().mapToInt(Integer::intValue).toArray();
    starts = new int[counts.length + 1];
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      starts[i + 1] = starts[i] + (int) cellsOf(counts[i]);
      total += counts[i];
    }
    owners = new int[count()];
    cells = new int[(int) cellsOf(total) + 1];
    place();
  }

  private static long cellsOf(long elements) {
    return (elements + LENGTH - 1) / LENGTH;
  }

  private void place() {
    int cell = 0;
    long at = 0;
    for (int parameter = 0; parameter < counts.length; parameter++) {
      for (int piece = starts[parameter]; piece < starts[parameter + 1]; piece++) {
        owners[piece] = parameter;
        long begin = at + (long) (piece - starts[parameter]) * LENGTH;
        while ((long) cell * LENGTH <= begin) {
          cells[cell++] = piece;
        }
      }
      at += counts[parameter];
    }
    while (cell < cells.length) {
      cells[cell++] = count();
    }
  }

  /** Returns how many pieces there are. */
  int count() {
    return starts[counts.length];
  }

  /** Returns a loop over all pieces of a range of cells. */
  Parallel.Body loop(Body body) {
    return (worker, from, to) -> {
      for (int piece = cells[from]; piece < cells[to]; piece++) {
        int parameter = owners[piece];
        int begin = (piece - starts[parameter]) * LENGTH;
        body.run(worker, piece, parameter, begin, Math.min(LENGTH, counts[parameter] - begin));
      }
    };
  }

  /** Runs what {@link #loop} returned over all pieces, on all threads. */
  void forEach(Parallel parallel, Parallel.Body loop) {
    parallel.forEach(cells.length - 1, GRAIN, loop);
  }

  /** Adds up what stands at the pieces of a parameter, in their order. */
  double sum(double[] ofPieces, int parameter) {
    double sum = 0;
    for (int piece = starts[parameter]; piece < starts[parameter + 1]; piece++) {
      sum += ofPieces[piece];
    }
    return sum;
  }
}
