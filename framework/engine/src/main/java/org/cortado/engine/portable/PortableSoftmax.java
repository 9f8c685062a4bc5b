package org.cortado.engine.portable;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Softmax;
import org.cortado.api.blob.Tensor;

/** Computes a softmax, or its logarithm, along one axis, its sums in double precision. */
final class PortableSoftmax implements Softmax {

  /** About ten microseconds of exponentials. */
  private static final int ELEMENTS_WORTH_A_THREAD = 1024;

  private final Spec spec;
  private final Parallel parallel;
  private final int grain;
  private final Parallel.Body forward;
  private final Parallel.Body backward;
  private final Source input = new Source();
  private final Source gradient = new Source();
  private final Source output = new Source();

  PortableSoftmax(Spec spec, Parallel parallel) {
    this.spec = spec;
    this.parallel = parallel;
    grain = Math.max(1, ELEMENTS_WORTH_A_THREAD / Math.max(1, spec.channels()));
    forward = spec.log() ? this::logarithms : this::probabilities;
    backward = spec.log() ? this::ofLogarithms : this::ofProbabilities;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    check("x", x);
    check("y", y);
    input.open(x.read());
    output.open(y.write());
    parallel.forEach(spec.outer() * spec.inner(), grain, forward);
  }

  private void probabilities(int worker, int from, int to) {
    for (int i = from; i < to; i++) {
      probabilities(first(i));
    }
  }

  private void probabilities(int first) {
    FloatBuffer x = input.floats();
    FloatBuffer y = output.floats();
    float greatest = greatest(x, first);
    double sum = 0;
    for (int i = first; i < end(first); i += spec.inner()) {
      double power = Math.exp((double) x.get(i) - greatest);
      y.put(i, (float) power);
      sum += power;
    }
    for (int i = first; i < end(first); i += spec.inner()) {
      y.put(i, (float) (y.get(i) / sum));
    }
  }

  private void logarithms(int worker, int from, int to) {
    for (int i = from; i < to; i++) {
      logarithms(first(i));
    }
  }

  private void logarithms(int first) {
    FloatBuffer x = input.floats();
    FloatBuffer y = output.floats();
    float greatest = greatest(x, first);
    double sum = 0;
    for (int i = first; i < end(first); i += spec.inner()) {
      sum += Math.exp((double) x.get(i) - greatest);
    }
    double taken = greatest + Math.log(sum);
    for (int i = first; i < end(first); i += spec.inner()) {
      y.put(i, (float) (x.get(i) - taken));
    }
  }

  private float greatest(FloatBuffer x, int first) {
    float greatest = Float.NEGATIVE_INFINITY;
    for (int i = first; i < end(first); i += spec.inner()) {
      greatest = Math.max(greatest, x.get(i));
    }
    return greatest;
  }

  @Override
  public void backward(Tensor y, Tensor dy, Tensor dx) {
    check("y", y);
    check("dy", dy);
    check("dx", dx);
    input.open(y.read());
    gradient.open(dy.read());
    output.open(dx.write());
    parallel.forEach(spec.outer() * spec.inner(), grain, backward);
  }

  private void ofProbabilities(int worker, int from, int to) {
    for (int i = from; i < to; i++) {
      ofProbabilities(first(i));
    }
  }

  private void ofProbabilities(int first) {
    FloatBuffer y = input.floats();
    FloatBuffer dy = gradient.floats();
    FloatBuffer dx = output.floats();
    double mean = 0;
    for (int i = first; i < end(first); i += spec.inner()) {
      mean += (double) y.get(i) * dy.get(i);
    }
    for (int i = first; i < end(first); i += spec.inner()) {
      dx.put(i, (float) (y.get(i) * (dy.get(i) - mean)));
    }
  }

  private void ofLogarithms(int worker, int from, int to) {
    for (int i = from; i < to; i++) {
      ofLogarithms(first(i));
    }
  }

  private void ofLogarithms(int first) {
    FloatBuffer y = input.floats();
    FloatBuffer dy = gradient.floats();
    FloatBuffer dx = output.floats();
    double sum = 0;
    for (int i = first; i < end(first); i += spec.inner()) {
      sum += dy.get(i);
    }
    for (int i = first; i < end(first); i += spec.inner()) {
      dx.put(i, (float) (dy.get(i) - Math.exp(y.get(i)) * sum));
    }
  }

  /** Returns where the {@code i}-th of the sums begins. */
  private int first(int i) {
    int outer = i / spec.inner();
    return outer * spec.channels() * spec.inner() + i % spec.inner();
  }

  private int end(int first) {
    return first + spec.channels() * spec.inner();
  }

  private void check(String name, Tensor tensor) {
    Counts.check(name, tensor, (long) spec.outer() * spec.channels() * spec.inner());
  }

  @Override
  public void close() {}
}
