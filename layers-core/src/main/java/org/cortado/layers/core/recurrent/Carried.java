package org.cortado.layers.core.recurrent;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.LayerContext;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * The states that one sweep hands to the next.
 *
 * <p>Sweep {@code i} starts from what sweep {@code i - 1} ended with, however often either is run;
 * after any other sweep, or none, it starts from zeros.
 */
final class Carried {

  private final LayerContext context;
  private final List<Tensor> starts;
  private final List<Tensor> ends;
  private long sweep;
  private boolean begun;

  Carried(int states, LayerContext context) {
    this.context = context;
    starts = tensors(states, context);
    ends = tensors(states, context);
  }

  private static List<Tensor> tensors(int count, LayerContext context) {
    return Stream.generate(() -> context.tensor(Shape.of(0))).limit(count).toList();
  }

  /** Gives the states a shape; those of another shape are forgotten. */
  void reshape(Shape shape) {
    if (!starts.get(0).shape().equals(shape)) {
      starts.forEach(start -> start.reshape(shape));
      ends.forEach(end -> end.reshape(shape));
      begun = false;
    }
  }

  /** Makes {@link #start} what the sweep at hand starts from. */
  void begin() {
    long now = context.iteration();
    if (begun && now == sweep) {
      return;
    }
    for (int state = 0; state < starts.size(); state++) {
      if (begun && now == sweep + 1) {
        starts.get(state).copyFrom(ends.get(state));
      } else {
        starts.get(state).clear();
      }
    }
    sweep = now;
    begun = true;
  }

  /** Returns what the sweep starts from. */
  Tensor start(int state) {
    return starts.get(state);
  }

  /** Returns where what the sweep ends with belongs. */
  Tensor end(int state) {
    return ends.get(state);
  }
}
