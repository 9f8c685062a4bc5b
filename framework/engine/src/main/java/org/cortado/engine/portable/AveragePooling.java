package org.cortado.engine.portable;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Tensor;

/** Takes the mean of each window, counting the cells of the padding but none behind it. */
final class AveragePooling implements Pooling {

  private final Spec spec;
  private final Windows windows;
  private final int planes;
  private final int outputs;
  private final int[] cells;
  private final Parallel parallel;
  private final Parallel.Body forward = this::forward;
  private final Parallel.Body backward = this::backward;
  private final Zeros zeros;
  private final Source x = new Source();
  private final Source y = new Source();

  AveragePooling(Spec spec, Parallel parallel) {
    this.spec = spec;
    this.parallel = parallel;
    List<Axis> axes = Axis.of(spec);
    windows = new Windows(axes);
    planes = spec.input().count(0, 2);
    outputs = spec.output().count();
    cells = new int[windows.positions()];
    for (int position = 0; position < cells.length; position++) {
      cells[position] = cells(axes, position);
    }
    zeros = new Zeros(parallel);
  }

  private static int cells(List<Axis> axes, int position) {
    int cells = 1;
    int rest = position;
    for (int i = axes.size() - 1; i >= 0; i--) {
      cells *= axes.get(i).cells(rest % axes.get(i).out());
      rest /= axes.get(i).out();
    }
    return cells;
  }

  @Override
  public void forward(Tensor in, Tensor out) {
    Counts.check("x", in, spec.input().count());
    Counts.check("y", out, outputs);
    x.open(in.read());
    y.open(out.write());
    parallel.forEach(planes, 1, forward);
  }

  private void forward(int worker, int from, int to) {
    FloatBuffer means = y.floats();
    for (int plane = from; plane < to; plane++) {
      for (int position = 0; position < cells.length; position++) {
        double sum = sum(plane * windows.pixels(), position);
        means.put(plane * cells.length + position, (float) (sum / cells[position]));
      }
    }
  }

  private double sum(int image, int position) {
    FloatBuffer pixels = x.floats();
    Axis axis = windows.last();
    int row = position / axis.out();
    int from = axis.start(position % axis.out());
    int to = axis.end(position % axis.out());
    double sum = 0;
    for (int i = 0; i < windows.rowsOfElements(); i++) {
      if (!windows.outside(i, row)) {
        int first = image + windows.firstPixel(i, row);
        for (int pixel = first + from; pixel < first + to; pixel++) {
          sum += pixels.get(pixel);
        }
      }
    }
    return sum;
  }

  @Override
  public void backward(Tensor dy, Tensor dx) {
    Counts.check("dy", dy, outputs);
    Counts.check("dx", dx, spec.input().count());
    y.open(dy.read());
    FloatBuffer gradient = dx.write();
    zeros.fill(gradient);
    x.open(gradient);
    parallel.forEach(planes, 1, backward);
  }

  private void backward(int worker, int from, int to) {
    FloatBuffer dy = y.floats();
    for (int plane = from; plane < to; plane++) {
      for (int position = 0; position < cells.length; position++) {
        float share = dy.get(plane * cells.length + position) / cells[position];
        spread(share, plane * windows.pixels(), position);
      }
    }
  }

  private void spread(float share, int image, int position) {
    FloatBuffer dx = x.floats();
    Axis axis = windows.last();
    int row = position / axis.out();
    int from = axis.start(position % axis.out());
    int to = axis.end(position % axis.out());
    for (int i = 0; i < windows.rowsOfElements(); i++) {
      if (!windows.outside(i, row)) {
        int first = image + windows.firstPixel(i, row);
        for (int pixel = first + from; pixel < first + to; pixel++) {
          dx.put(pixel, dx.get(pixel) + share);
        }
      }
    }
  }

  @Override
  public void close() {}
}
