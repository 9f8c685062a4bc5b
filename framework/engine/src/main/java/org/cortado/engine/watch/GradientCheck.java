package org.cortado.engine.watch;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cortado.engine.net.Parameter;

/** Says, at the price of reading each of them once, whether all gradients are finite. */
final class GradientCheck {

  private static final int CHUNK = 1024;

  private final List<Parameter> learning;
  private final float[] chunk = new float[CHUNK];
  private final float[] zeros = new float[CHUNK];

  /** Makes one for those of the parameters that learn. */
  GradientCheck(List<Parameter> parameters) {
    learning = parameters.stream().filter(parameter -> parameter.lrMult() != 0).toList();
  }

  /** Returns the first parameter whose gradient isn't finite, if there is one. */
  Optional<Parameter> firstWrong() {
    for (Parameter parameter : learning) {
      if (!isFinite(parameter.blob().diff().read())) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }

  private boolean isFinite(FloatBuffer values) {
    Arrays.fill(zeros, 0);
    int count = values.limit();
    for (int from = 0; from < count; from += CHUNK) {
      int length = Math.min(CHUNK, count - from);
      values.get(from, chunk, 0, length);
      addZeroTimes(chunk, zeros, length);
    }
    return isZero();
  }

  /**
   * A value times 0 is 0, unless it is NaN or infinite. Many sums beside each other, since the
   * compiler makes vectors of those alone.
   */
  private static void addZeroTimes(float[] values, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] += values[i] * 0f;
    }
  }

  private boolean isZero() {
    for (float zero : zeros) {
      if (zero != 0) {
        return false;
      }
    }
    return true;
  }
}
