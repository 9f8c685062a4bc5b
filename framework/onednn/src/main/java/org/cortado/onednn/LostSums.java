package org.cortado.onednn;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Softmax;

/**
 * The sums of a softmax that are no number, which oneDNN hides: its exponential gives one for NaN.
 *
 * <p>Those are the sums of inputs whose greatest is NaN or infinite.
 */
final class LostSums {

  private final Softmax.Spec spec;
  private final FiniteCheck check;
  private boolean[] lost = {};
  private boolean any;

  LostSums(Softmax.Spec spec, Parallel parallel) {
    this.spec = spec;
    check = new FiniteCheck(parallel);
  }

  /** Finds them, which is to be done before the input may be overwritten. */
  void find(FloatBuffer x, int count) {
    any = !check.allFinite(x, count);
    if (any && lost.length == 0) {
      lost = new boolean[spec.outer() * spec.inner()];
    }
    for (int sum = 0; any && sum < lost.length; sum++) {
      lost[sum] = !Float.isFinite(greatest(x, sum));
    }
  }

  private float greatest(FloatBuffer x, int sum) {
    float greatest = Float.NEGATIVE_INFINITY;
    for (int channel = 0; channel < spec.channels(); channel++) {
      greatest = Math.max(greatest, x.get(at(sum, channel)));
    }
    return greatest;
  }

  private int at(int sum, int channel) {
    int outer = sum / spec.inner();
    return (outer * spec.channels() + channel) * spec.inner() + sum % spec.inner();
  }

  /** Writes NaN over all that was divided by them. */
  void show(FloatBuffer y) {
    for (int sum = 0; any && sum < lost.length; sum++) {
      for (int channel = 0; lost[sum] && channel < spec.channels(); channel++) {
        y.put(at(sum, channel), Float.NaN);
      }
    }
  }
}
