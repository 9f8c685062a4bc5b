package org.cortado.layers.core.vision;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;

/** Puts in each window's place what {@link StochasticPooling} gives on average. */
final class ExpectedPooling implements Pooling {

  private final WindowCells cells;
  private final Parallel parallel;
  private final float[][] planes;
  private final float[][] gradients;
  private final Parallel.Body forward = this::forward;
  private final Parallel.Body backward = this::backward;
  private FloatBuffer from = Buffers.EMPTY;
  private FloatBuffer to = Buffers.EMPTY;
  private FloatBuffer input = Buffers.EMPTY;

  ExpectedPooling(Spec spec, Parallel parallel) {
    cells = new WindowCells(spec);
    this.parallel = parallel;
    planes = new float[parallel.threads()][0];
    gradients = new float[parallel.threads()][0];
  }

  /** Overwrites {@code y}; backward reads {@code x} again. */
  @Override
  public void forward(Tensor x, Tensor y) {
    Counts.check("x", x, cells.inputCount());
    Counts.check("y", y, cells.outputCount());
    input = x.read();
    to = y.write();
    takeRoom();
    parallel.forEach(cells.planes(), 1, forward);
  }

  /** Once, and not when the operation is prepared: a plane may be large. */
  private void takeRoom() {
    for (int worker = 0; worker < planes.length; worker++) {
      if (planes[worker].length != cells.pixels()) {
        planes[worker] = new float[cells.pixels()];
        gradients[worker] = new float[cells.pixels()];
      }
    }
  }

  private void forward(int worker, int first, int end) {
    float[] pixels = planes[worker];
    for (int plane = first; plane < end; plane++) {
      input.get(plane * pixels.length, pixels, 0, pixels.length);
      for (int window = 0; window < cells.windows(); window++) {
        to.put(plane * cells.windows() + window, cells.expected(pixels, window));
      }
    }
  }

  @Override
  public void backward(Tensor dy, Tensor dx) {
    Counts.check("dy", dy, cells.outputCount());
    Counts.check("dx", dx, cells.inputCount());
    from = dy.read();
    to = dx.write();
    takeRoom();
    parallel.forEach(cells.planes(), 1, backward);
  }

  private void backward(int worker, int first, int end) {
    float[] pixels = planes[worker];
    float[] gradient = gradients[worker];
    for (int plane = first; plane < end; plane++) {
      input.get(plane * pixels.length, pixels, 0, pixels.length);
      Arrays.fill(gradient, 0);
      for (int window = 0; window < cells.windows(); window++) {
        float dy = from.get(plane * cells.windows() + window);
        cells.addGradient(pixels, window, dy, gradient);
      }
      to.put(plane * gradient.length, gradient, 0, gradient.length);
    }
  }

  @Override
  public void close() {}
}
