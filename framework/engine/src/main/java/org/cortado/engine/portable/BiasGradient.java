package org.cortado.engine.portable;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;

/** Sums {@code [images x outputs x positions]} over images and positions. */
final class BiasGradient {

  private final int images;
  private final int outputs;
  private final int positions;
  private final Parallel parallel;
  private final Parallel.Body body = this::run;
  private final Source dy = new Source();
  private final Source gradient = new Source();

  BiasGradient(int images, int outputs, int positions, Parallel parallel) {
    this.images = images;
    this.outputs = outputs;
    this.positions = positions;
    this.parallel = parallel;
  }

  /** Adds the sums to the bias's diff. */
  void add(FloatBuffer from, FloatBuffer to) {
    dy.open(from);
    gradient.open(to);
    parallel.forEach(outputs, 1, body);
  }

  private void run(int worker, int from, int to) {
    FloatBuffer sums = gradient.floats();
    for (int output = from; output < to; output++) {
      sums.put(output, (float) (sums.get(output) + sum(output)));
    }
  }

  private double sum(int output) {
    FloatBuffer values = dy.floats();
    double sum = 0;
    for (int image = 0; image < images; image++) {
      int start = (image * outputs + output) * positions;
      for (int i = start; i < start + positions; i++) {
        sum += values.get(i);
      }
    }
    return sum;
  }
}
