package org.cortado.engine.portable;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Tensor;

/** Takes the greatest pixel of each window, and remembers which it was. */
final class MaxPooling implements Pooling {

  private static final int NONE = -1;

  private final Spec spec;
  private final Windows windows;
  private final int planes;
  private final int[] winners;
  private final Parallel parallel;
  private final Parallel.Body forward = this::forward;
  private final Parallel.Body backward = this::backward;
  private final Zeros zeros;
  private final Source x = new Source();
  private final Source y = new Source();

  MaxPooling(Spec spec, Parallel parallel) {
    this.spec = spec;
    this.parallel = parallel;
    windows = new Windows(Axis.of(spec));
    planes = spec.input().count(0, 2);
    winners = new int[spec.output().count()];
    zeros = new Zeros(parallel);
  }

  @Override
  public void forward(Tensor in, Tensor out) {
    Counts.check("x", in, spec.input().count());
    Counts.check("y", out, winners.length);
    x.open(in.read());
    y.open(out.write());
    parallel.forEach(planes, 1, forward);
  }

  private void forward(int worker, int from, int to) {
    for (int plane = from; plane < to; plane++) {
      for (int row = 0; row < windows.rowsOfWindows(); row++) {
        forwardRow(plane * windows.pixels(), row, plane * windows.rowsOfWindows() + row);
      }
    }
  }

  private void forwardRow(int image, int row, int outputRow) {
    int width = windows.last().out();
    for (int i = 0; i < width; i++) {
      int winner = winner(image, row, i);
      winners[outputRow * width + i] = winner;
      y.floats().put(outputRow * width + i, value(winner));
    }
  }

  private float value(int winner) {
    return winner == NONE ? Float.NEGATIVE_INFINITY : x.floats().get(winner);
  }

  private int winner(int image, int row, int window) {
    int from = windows.last().start(window);
    int to = windows.last().end(window);
    int winner = NONE;
    for (int i = 0; i < windows.rowsOfElements(); i++) {
      if (!windows.outside(i, row)) {
        int first = image + windows.firstPixel(i, row);
        winner = winner(x.floats(), winner, first + from, first + to);
      }
    }
    return winner;
  }

  private static int winner(FloatBuffer pixels, int best, int from, int to) {
    int winner = best;
    for (int i = from; i < to; i++) {
      if (winner == NONE || beats(pixels.get(i), pixels.get(winner))) {
        winner = i;
      }
    }
    return winner;
  }

  /** NaN beats every number and is beaten by nothing. */
  private static boolean beats(float challenger, float holder) {
    return challenger > holder || (Float.isNaN(challenger) && !Float.isNaN(holder));
  }

  @Override
  public void backward(Tensor dy, Tensor dx) {
    Counts.check("dy", dy, winners.length);
    Counts.check("dx", dx, spec.input().count());
    y.open(dy.read());
    FloatBuffer gradient = dx.write();
    zeros.fill(gradient);
    x.open(gradient);
    parallel.forEach(planes, 1, backward);
  }

  private void backward(int worker, int from, int to) {
    FloatBuffer dy = y.floats();
    FloatBuffer dx = x.floats();
    for (int i = from * windows.positions(); i < to * windows.positions(); i++) {
      int winner = winners[i];
      if (winner != NONE) {
        dx.put(winner, dx.get(winner) + dy.get(i));
      }
    }
  }

  @Override
  public void close() {}
}
