package org.cortado.layers.activations;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;

/**
 * Takes the greatest of the rows of each group: {@code x} is {@code [groups x rows x length]},
 * {@code y} is {@code [groups x length]}.
 *
 * <p>Works on arrays of a few thousand floats, which hold many short groups or a part of a long
 * one.
 */
final class Pieces {

  private static final int CHUNK = 4096;
  private static final int GRAIN = 8 * CHUNK;

  private final int rows;
  private final Parallel parallel;
  private final Parallel.Body forward = this::forward;
  private final Parallel.Body backward = this::backward;
  private final float[][] inputs;
  private final float[][] outputs;
  private FloatBuffer x = Buffers.EMPTY;
  private FloatBuffer out = Buffers.EMPTY;
  private FloatBuffer dy = Buffers.EMPTY;
  private int groups;
  private int length;

  Pieces(int rows, Parallel parallel) {
    this.rows = rows;
    this.parallel = parallel;
    inputs = new float[parallel.threads()][Math.max(CHUNK, rows)];
    outputs = new float[parallel.threads()][Math.max(CHUNK, rows)];
  }

  void reshape(int newGroups, int newLength) {
    groups = newGroups;
    length = newLength;
  }

  void forward(Tensor from, Tensor to) {
    x = from.read();
    out = to.write();
    parallel.forEach(groups, grain(), forward);
  }

  void backward(Tensor from, Tensor diff, Tensor to) {
    x = from.read();
    dy = diff.read();
    out = to.write();
    parallel.forEach(groups, grain(), backward);
  }

  private int grain() {
    return (int) Math.max(1, GRAIN / Math.max(1, (long) rows * length));
  }

  /** Returns how many columns of a group are worked on at once. */
  private int width() {
    return Math.max(1, Math.min(length, CHUNK / rows));
  }

  /** Returns how many groups are worked on at once; one if it is cut. */
  private int height() {
    return width() < length ? 1 : Math.max(1, CHUNK / rows / width());
  }

  private void forward(int worker, int from, int to) {
    float[] in = inputs[worker];
    float[] greatest = outputs[worker];
    for (int group = from; group < to; group += height()) {
      int some = Math.min(height(), to - group);
      for (int at = 0; at < length; at += width()) {
        int columns = Math.min(width(), length - at);
        load(group, at, some, columns, in);
        greatest(in, some, columns, greatest);
        out.put(group * length + at, greatest, 0, some * columns);
      }
    }
  }

  private void backward(int worker, int from, int to) {
    float[] in = inputs[worker];
    float[] diff = outputs[worker];
    for (int group = from; group < to; group += height()) {
      int some = Math.min(height(), to - group);
      for (int at = 0; at < length; at += width()) {
        int columns = Math.min(width(), length - at);
        load(group, at, some, columns, in);
        dy.get(group * length + at, diff, 0, some * columns);
        giveToTheGreatest(in, some, columns, diff);
        store(group, at, some, columns, in);
      }
    }
  }

  private void load(int group, int at, int some, int columns, float[] in) {
    int start = group * rows * length + at;
    if (columns == length) {
      x.get(start, in, 0, some * rows * length);
    } else {
      for (int row = 0; row < rows; row++) {
        x.get(start + row * length, in, row * columns, columns);
      }
    }
  }

  private void store(int group, int at, int some, int columns, float[] dx) {
    int start = group * rows * length + at;
    if (columns == length) {
      out.put(start, dx, 0, some * rows * length);
    } else {
      for (int row = 0; row < rows; row++) {
        out.put(start + row * length, dx, row * columns, columns);
      }
    }
  }

  private void greatest(float[] in, int some, int columns, float[] y) {
    for (int group = 0; group < some; group++) {
      int to = group * columns;
      int from = to * rows;
      for (int i = 0; i < columns; i++) {
        y[to + i] = in[from + i];
      }
      for (int row = 1; row < rows; row++) {
        from += columns;
        for (int i = 0; i < columns; i++) {
          y[to + i] = Math.max(y[to + i], in[from + i]);
        }
      }
    }
  }

  /** Overwrites {@code x} with its gradient. */
  private void giveToTheGreatest(float[] in, int some, int columns, float[] diff) {
    for (int group = 0; group < some; group++) {
      for (int i = 0; i < columns; i++) {
        int from = group * columns * rows + i;
        int best = indexOfGreatest(in, from, columns);
        for (int row = 0; row < rows; row++) {
          in[from + row * columns] = 0;
        }
        in[best] = diff[group * columns + i];
      }
    }
  }

  private int indexOfGreatest(float[] in, int from, int stride) {
    int best = from;
    for (int row = 1; row < rows; row++) {
      int at = from + row * stride;
      boolean greater = in[at] > in[best] || Float.isNaN(in[at]) && !Float.isNaN(in[best]);
      best = greater ? at : best;
    }
    return best;
  }
}
