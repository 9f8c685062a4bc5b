package org.cortado.api.backend;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;
import org.cortado.api.promise.Experimental;

/**
 * Local response normalisation in plain Java, for backends that have no better one: sums in double
 * precision, in loops that the compiler vectorises.
 *
 * <p>Works on blocks that fit into cache: all channels of a few positions, or one channel's image.
 */
@Experimental
public final class PlainLrn implements Lrn {

  private static final int BLOCK = 1 << 13;
  private static final int LEAST_WIDTH = 16;
  private static final int GRAIN = 1 << 13;

  private final Spec spec;
  private final Parallel parallel;
  private final LrnBlocks blocks;
  private final Parallel.Body forward = this::forward;
  private final Parallel.Body backward = this::backward;
  private Scratch[] scratch = {};
  private FloatBuffer input = Buffers.EMPTY;
  private FloatBuffer gradient = Buffers.EMPTY;
  private FloatBuffer output = Buffers.EMPTY;

  /** What one worker computes a block in. */
  private static final class Scratch {

    private final float[] x;
    private final float[] dy;
    private final float[] powers;
    private final double[] bases;
    private double[] sums;
    private double[] next;

    Scratch(int size) {
      x = new float[size];
      dy = new float[size];
      powers = new float[size];
      bases = new double[size];
      sums = new double[size];
      next = new double[size];
    }

    void swap() {
      double[] other = sums;
      sums = next;
      next = other;
    }
  }

  /** Prepares the operation. */
  public PlainLrn(Spec spec, Parallel parallel) {
    this.spec = spec;
    this.parallel = parallel;
    blocks = LrnBlocks.of(spec, BLOCK, LEAST_WIDTH);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Counts.check("x", x, spec.input().count());
    Counts.check("y", y, spec.input().count());
    takeScratch();
    input = x.read();
    output = y.write();
    parallel.forEach(blocks.count(), grain(), forward);
  }

  @Override
  public void backward(Tensor x, Tensor dy, Tensor dx) {
    Counts.check("x", x, spec.input().count());
    Counts.check("dy", dy, spec.input().count());
    Counts.check("dx", dx, spec.input().count());
    takeScratch();
    input = x.read();
    gradient = dy.read();
    output = dx.write();
    parallel.forEach(blocks.count(), grain(), backward);
  }

  /** Once, and not when the operation is prepared: a channel's image may be large. */
  private void takeScratch() {
    if (scratch.length == 0) {
      scratch = new Scratch[parallel.threads()];
      Arrays.setAll(scratch, worker -> new Scratch(blocks.most()));
    }
  }

  private int grain() {
    return Math.max(1, GRAIN / Math.max(1, blocks.most()));
  }

  private void forward(int worker, int from, int to) {
    Scratch block = scratch[worker];
    for (int i = from; i < to; i++) {
      blocks.load(i, input, block.x);
      int size = blocks.size(i);
      findPowers(block, i);
      for (int j = 0; j < size; j++) {
        block.x[j] *= block.powers[j];
      }
      blocks.store(i, block.x, output);
    }
  }

  /** Leaves {@code s} among the bases, and {@code s^−beta} among the powers. */
  private void findPowers(Scratch block, int index) {
    int size = blocks.size(index);
    square(block.x, block.sums, size);
    sumWindows(block, index);
    affine(block.sums, spec.scale(), spec.k(), block.bases, size);
    if (spec.beta() == 0.75f) {
      powerOfThreeQuarters(block.bases, block.powers, size);
    } else {
      power(block.bases, -spec.beta(), block.powers, size);
    }
    if (spec.k() == 0) {
      clearWhereZero(block, size);
    }
  }

  private void sumWindows(Scratch block, int index) {
    for (int axis = 0; axis < blocks.axes(); axis++) {
      blocks.sum(axis, index, block.sums, block.next);
      block.swap();
    }
  }

  private static void square(float[] x, double[] squares, int size) {
    for (int i = 0; i < size; i++) {
      squares[i] = (double) x[i] * x[i];
    }
  }

  private static void affine(double[] x, double factor, double summand, double[] y, int size) {
    for (int i = 0; i < size; i++) {
      y[i] = x[i] * factor + summand;
    }
  }

  private static void powerOfThreeQuarters(double[] bases, float[] powers, int size) {
    for (int i = 0; i < size; i++) {
      powers[i] = (float) bases[i];
    }
    for (int i = 0; i < size; i++) {
      float root = (float) Math.sqrt(powers[i]);
      powers[i] = 1 / (root * (float) Math.sqrt(root));
    }
  }

  private static void power(double[] bases, double exponent, float[] powers, int size) {
    for (int i = 0; i < size; i++) {
      powers[i] = (float) Math.pow(bases[i], exponent);
    }
  }

  /** Where the base is 0 so is {@code x}: the power is 0, and the base what can be divided by. */
  private static void clearWhereZero(Scratch block, int size) {
    for (int i = 0; i < size; i++) {
      if (block.bases[i] == 0) {
        block.powers[i] = 0;
        block.bases[i] = 1;
      }
    }
  }

  private void backward(int worker, int from, int to) {
    Scratch block = scratch[worker];
    for (int i = from; i < to; i++) {
      blocks.load(i, input, block.x);
      blocks.load(i, gradient, block.dy);
      int size = blocks.size(i);
      findPowers(block, i);
      for (int j = 0; j < size; j++) {
        block.sums[j] = (double) block.dy[j] * block.x[j] * block.powers[j] / block.bases[j];
      }
      sumWindows(block, i);
      subtract(block, 2 * spec.beta() * spec.scale(), size);
      blocks.store(i, block.dy, output);
    }
  }

  private static void subtract(Scratch block, double factor, int size) {
    for (int i = 0; i < size; i++) {
      block.powers[i] *= block.dy[i];
    }
    for (int i = 0; i < size; i++) {
      block.dy[i] = block.powers[i] - block.x[i] * (float) (factor * block.sums[i]);
    }
  }

  @Override
  public void close() {}
}
