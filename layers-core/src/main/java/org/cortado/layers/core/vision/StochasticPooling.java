package org.cortado.layers.core.vision;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;
import org.cortado.api.random.RandomStream;

/** Puts one cell of each window, drawn at random, in its place, and remembers which it was. */
final class StochasticPooling implements Pooling {

  private final WindowCells cells;
  private final RandomStream random;
  private final Parallel parallel;
  private final float[][] planes;
  private final Parallel.Body forward = this::forward;
  private final Parallel.Body backward = this::backward;
  private final int count;
  private int[] chosen = {};
  private FloatBuffer from = Buffers.EMPTY;
  private FloatBuffer to = Buffers.EMPTY;

  StochasticPooling(Spec spec, RandomStream random, Parallel parallel) {
    cells = new WindowCells(spec);
    this.random = random;
    this.parallel = parallel;
    count = spec.output().count();
    planes = new float[parallel.threads()][0];
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Counts.check("x", x, cells.inputCount());
    Counts.check("y", y, count);
    chosen = chosen.length == count ? chosen : new int[count];
    random.restart();
    from = x.read();
    to = y.write();
    takeRoom();
    parallel.forEach(cells.planes(), 1, forward);
  }

  /** Once, and not when the operation is prepared: a plane may be large. */
  private void takeRoom() {
    for (int worker = 0; worker < planes.length; worker++) {
      if (planes[worker].length != cells.pixels()) {
        planes[worker] = new float[cells.pixels()];
      }
    }
  }

  private void forward(int worker, int first, int end) {
    float[] pixels = planes[worker];
    for (int plane = first; plane < end; plane++) {
      from.get(plane * pixels.length, pixels, 0, pixels.length);
      for (int window = 0; window < cells.windows(); window++) {
        int at = plane * cells.windows() + window;
        int cell = cells.draw(pixels, window, random.floatAt(at));
        chosen[at] = cell;
        to.put(at, cell == WindowCells.NONE ? 0 : pixels[cell]);
      }
    }
  }

  @Override
  public void backward(Tensor dy, Tensor dx) {
    Counts.check("dy", dy, count);
    Counts.check("dx", dx, cells.inputCount());
    from = dy.read();
    to = dx.write();
    takeRoom();
    parallel.forEach(cells.planes(), 1, backward);
  }

  private void backward(int worker, int first, int end) {
    float[] sums = planes[worker];
    for (int plane = first; plane < end; plane++) {
      Arrays.fill(sums, 0);
      for (int at = plane * cells.windows(); at < (plane + 1) * cells.windows(); at++) {
        if (chosen[at] != WindowCells.NONE) {
          sums[chosen[at]] += from.get(at);
        }
      }
      to.put(plane * sums.length, sums, 0, sums.length);
    }
  }

  @Override
  public void close() {}
}
