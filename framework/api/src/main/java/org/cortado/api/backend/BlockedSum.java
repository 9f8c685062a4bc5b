package org.cortado.api.backend;

/**
 * A sum over many steps, taken on all threads: each block of steps is summed by itself and the sums
 * are added in order, so that the number of threads doesn't change a bit of it. Make one in a
 * layer's constructor; taking the sum allocates nothing once it is shaped and taken.
 */
public final class BlockedSum {

  /** Some microseconds of arithmetic. */
  private static final int ELEMENTS_OF_A_BLOCK = 4096;

  private static final double[] NONE = {};

  private final Parallel parallel;
  private final Block block;
  private final Parallel.Body body = this::run;
  private double[] sums = NONE;
  private int steps;
  private int blocks;
  private int stepsOfABlock = 1;

  /** Makes a sum over no steps. */
  public BlockedSum(Parallel parallel, Block block) {
    this.parallel = parallel;
    this.block = block;
  }

  /** What is summed. */
  @FunctionalInterface
  public interface Block {

    /**
     * Returns the sum over the steps {@code from} to {@code to - 1}.
     *
     * @param worker tells the threads apart
     */
    double sum(int worker, int from, int to);
  }

  /**
   * Says what is summed.
   *
   * @param changed how many steps there are
   * @param elements how many elements a step looks at
   */
  public void reshape(int changed, int elements) {
    steps = changed;
    stepsOfABlock = Math.max(1, ELEMENTS_OF_A_BLOCK / Math.max(1, elements));
    blocks = Math.toIntExact(((long) steps + stepsOfABlock - 1) / stepsOfABlock);
  }

  /** Returns the sum over all steps. */
  public double take() {
    sums = sums.length == blocks ? sums : new double[blocks];
    parallel.forEach(blocks, 1, body);
    double sum = 0;
    for (double part : sums) {
      sum += part;
    }
    return sum;
  }

  private void run(int worker, int from, int to) {
    for (int i = from; i < to; i++) {
      int first = i * stepsOfABlock;
      sums[i] = block.sum(worker, first, first + Math.min(stepsOfABlock, steps - first));
    }
  }
}
