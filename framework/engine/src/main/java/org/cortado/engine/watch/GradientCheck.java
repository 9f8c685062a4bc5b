package org.cortado.engine.watch;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.cortado.engine.net.Parameter;

/** Says, at the price of reading each of them once, whether all gradients are finite. */
final class GradientCheck {

  private static final int CHUNK = 4096;

  private final List<Parameter> learning;
  private final float[] chunk = new float[CHUNK];

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
    int count = values.limit();
    for (int from = 0; from < count; from += CHUNK) {
      int length = Math.min(CHUNK, count - from);
      values.get(from, chunk, 0, length);
      if (zeroTimes(length) != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * A value times 0 is 0, unless it is NaN or infinite. Four sums, so that none waits for another.
   */
  private float zeroTimes(int length) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      a += chunk[i] * 0f;
      b += chunk[i + 1] * 0f;
      c += chunk[i + 2] * 0f;
      d += chunk[i + 3] * 0f;
    }
    for (; i < length; i++) {
      a += chunk[i] * 0f;
    }
    return a + b + c + d;
  }
}
