package org.cortado.api;

import java.util.function.LongSupplier;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.promise.Internal;

/**
 * What one sweep of a layer hands to the next, such as the hidden state of a recurrent layer.
 *
 * <p>Sweep {@code i} starts from what sweep {@code i - 1} ended with, however often either is run;
 * after any other sweep, or none, it starts from zeros. It is saved in snapshots, so that a resumed
 * training goes on from it. A layer gets one from {@link LayerContext#carried}.
 */
public final class CarriedState {

  private final Tensor start;
  private final Tensor end;
  private final LongSupplier iteration;
  private long sweep;
  private boolean begun;

  /**
   * Makes one that nothing has been handed to.
   *
   * @param start where sweeps find what they start from
   * @param end where they leave what they end with
   * @param iteration the number of the sweep at hand
   */
  @Internal
  public CarriedState(Tensor start, Tensor end, LongSupplier iteration) {
    this.start = start;
    this.end = end;
    this.iteration = iteration;
  }

  /**
   * Gives the state a shape, to be called in {@code reshape}; one of another shape is forgotten.
   */
  public void reshape(Shape shape) {
    if (!start.shape().equals(shape)) {
      start.reshape(shape);
      end.reshape(shape);
      begun = false;
    }
  }

  /** Makes {@link #start} what the sweep at hand starts from, to be called first in forward. */
  public void begin() {
    long now = iteration.getAsLong();
    if (begun && now == sweep) {
      return;
    }
    if (begun && now == sweep + 1) {
      start.copyFrom(end);
    } else {
      start.clear();
    }
    sweep = now;
    begun = true;
  }

  /** Returns what the sweep starts from. */
  public Tensor start() {
    return start;
  }

  /** Returns where forward writes what the sweep ends with. */
  public Tensor end() {
    return end;
  }

  /** Returns which sweep began last. */
  @Internal
  public long sweep() {
    return sweep;
  }

  /** Returns whether a sweep has begun. */
  @Internal
  public boolean hasBegun() {
    return begun;
  }

  /** Takes what stands in {@link #end} for what a sweep ended with. */
  @Internal
  public void resume(long endedSweep) {
    sweep = endedSweep;
    begun = true;
  }
}
