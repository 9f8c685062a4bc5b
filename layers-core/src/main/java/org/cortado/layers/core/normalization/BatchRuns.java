package org.cortado.layers.core.normalization;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Tensor;

/**
 * Normalises the channels of a batch, or scales them by given statistics, and computes the gradient
 * of that.
 *
 * <p>Where a channel's runs are short the batch is brought into an order that puts them together.
 */
final class BatchRuns {

  /** Below this length of a run, to go from one to the next costs more than to transpose. */
  private static final int SHORT_RUN = 64;

  private final Statistics statistics;
  private final ForwardRuns forward;
  private final BackwardRuns backward;
  private final Transposition together;
  private final Transposition apart;
  private final Tensor kept;
  private final Tensor scratch;
  private final boolean transposed;

  /** How a batch lies: {@code [items x channels x run]}. */
  record Batch(int items, int channels, int run) {

    /** Returns whether a channel's elements are worth being brought together. */
    boolean transposed() {
      return run < SHORT_RUN && channels > 1 && items > 1;
    }

    private Units units() {
      boolean together = transposed() || channels == 1;
      return together
          ? new Units(1, channels, 1, items * run, channels)
          : new Units(items, channels, 1, run, channels);
    }
  }

  /** Makes the affine part for the units that were chosen. */
  @FunctionalInterface
  interface AffineMaker {

    /** Returns what is done to normalised elements. */
    Affine of(Units units);
  }

  /**
   * Prepares the passes.
   *
   * @param kept memory that holds {@code x} from the forward to the backward pass where {@code x}
   *     itself can't
   * @param scratch memory as large, used where the batch is transposed
   */
  BatchRuns(
      Parallel parallel,
      Batch batch,
      Scaling scaling,
      AffineMaker affineMaker,
      Tensor kept,
      Tensor scratch) {
    this.kept = kept;
    this.scratch = scratch;
    transposed = batch.transposed();
    Units units = batch.units();
    Affine affine = affineMaker.of(units);
    statistics = new Statistics(batch.channels(), scaling);
    forward = new ForwardRuns(parallel, units, statistics, affine);
    backward = new BackwardRuns(parallel, units, statistics, affine);
    together = new Transposition(parallel, batch.items(), batch.channels(), batch.run());
    apart = new Transposition(parallel, batch.channels(), batch.items(), batch.run());
  }

  /** Returns the statistics that are used. */
  Statistics statistics() {
    return statistics;
  }

  /**
   * Overwrites {@code y}.
   *
   * @param given whether the statistics are those that were put there
   * @param keep whether {@code x} must be kept, for {@code y} shares its memory
   */
  void forward(Tensor x, Tensor y, boolean given, boolean keep) {
    if (transposed) {
      FloatBuffer gathered = kept.write();
      together.run(x.read(), gathered);
      forward.withoutCopy();
      normalize(gathered, scratch.write(), given);
      apart.run(scratch.read(), y.write());
    } else {
      if (keep) {
        forward.copyTo(kept.write());
      } else {
        forward.withoutCopy();
      }
      normalize(x.read(), y.write(), given);
    }
  }

  private void normalize(FloatBuffer x, FloatBuffer y, boolean given) {
    if (given) {
      forward.byGiven(x, y);
    } else {
      forward.byOwn(x, y);
    }
  }

  /** Adds to the diffs of the parameters, and no more. */
  void backwardParameters(Tensor x, Tensor dy, boolean given) {
    open(x, dy, given).parametersAlone();
  }

  /** Overwrites {@code dx}, and adds to the diffs of the parameters. */
  void backward(Tensor x, Tensor dy, Tensor dx, boolean given) {
    BackwardRuns opened = open(x, dy, given);
    if (transposed) {
      opened.all(scratch.update());
      apart.run(scratch.read(), dx.write());
    } else {
      opened.all(dx.write());
    }
  }

  private BackwardRuns open(Tensor x, Tensor dy, boolean given) {
    if (transposed) {
      together.run(dy.read(), scratch.write());
      return backward.of(kept.read(), scratch.read(), given);
    }
    return backward.of(x.read(), dy.read(), given);
  }
}
