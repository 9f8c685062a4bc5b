package org.cortado.layers.activations;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;

/**
 * Takes the greatest of the rows of each group: {@code x} is {@code [groups x rows x length]},
 * {@code y} is {@code [groups x length]}.
 *
 * <p>Brings many short groups, or a part of a long one, into a matrix with a line for each row.
 */
final class Pieces {

  private static final int CHUNK = 4096;
  private static final int GRAIN = 8 * CHUNK;

  /** Below it copying row by row takes longer than copying all and sorting it. */
  private static final int SHORT = 16;

  private final int rows;
  private final Parallel parallel;
  private final Parallel.Body forward = this::forward;
  private final Parallel.Body backward = this::backward;
  private Scratch[] scratches = {};
  private FloatBuffer x = Buffers.EMPTY;
  private FloatBuffer out = Buffers.EMPTY;
  private FloatBuffer dy = Buffers.EMPTY;
  private int groups;
  private int length;

  Pieces(int rows, Parallel parallel) {
    this.rows = rows;
    this.parallel = parallel;
  }

  /** Makes room when first run: a layer that is never run may be of any size. */
  private void begin() {
    if (scratches.length == 0) {
      scratches = new Scratch[parallel.threads()];
      Arrays.setAll(scratches, worker -> new Scratch(rows));
    }
  }

  /** What a thread works on. */
  private static final class Scratch {

    final Greatest greatest;
    final float[] loaded;
    final float[] diff;

    Scratch(int rows) {
      int size = Math.max(CHUNK, rows);
      greatest = new Greatest(rows, size);
      loaded = new float[size];
      diff = new float[size];
    }
  }

  void reshape(int newGroups, int newLength) {
    groups = newGroups;
    length = newLength;
  }

  void forward(Tensor from, Tensor to) {
    begin();
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
    Scratch scratch = scratches[worker];
    for (int group = from; group < to; group += height()) {
      int some = Math.min(height(), to - group);
      for (int at = 0; at < length; at += width()) {
        int columns = Math.min(width(), length - at);
        load(group, at, some, columns, scratch);
        float[] y = scratch.greatest.ofColumns(some * columns);
        out.put(group * length + at, y, 0, some * columns);
      }
    }
  }

  private void backward(int worker, int from, int to) {
    Scratch scratch = scratches[worker];
    for (int group = from; group < to; group += height()) {
      int some = Math.min(height(), to - group);
      for (int at = 0; at < length; at += width()) {
        int columns = Math.min(width(), length - at);
        load(group, at, some, columns, scratch);
        dy.get(group * length + at, scratch.diff, 0, some * columns);
        scratch.greatest.give(scratch.diff, some * columns);
        store(group, at, some, columns, scratch);
      }
    }
  }

  private boolean isSorted(int columns) {
    return length < SHORT && columns == length;
  }

  private void load(int group, int at, int some, int columns, Scratch scratch) {
    if (isSorted(columns)) {
      x.get(group * rows * length, scratch.loaded, 0, some * rows * length);
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < length; i++) {
          gather(
              scratch.loaded,
              row * length + i,
              some,
              scratch.greatest.matrix(),
              row * some * length + i);
        }
      }
    } else {
      for (int i = 0; i < some * rows; i++) {
        int to = (i % rows * some + i / rows) * columns;
        x.get((group * rows + i) * length + at, scratch.greatest.matrix(), to, columns);
      }
    }
  }

  private void gather(float[] from, int start, int some, float[] matrix, int to) {
    int step = rows * length;
    for (int group = 0; group < some; group++) {
      matrix[to + group * length] = from[start + group * step];
    }
  }

  private void store(int group, int at, int some, int columns, Scratch scratch) {
    if (isSorted(columns)) {
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < length; i++) {
          scatter(
              scratch.greatest.matrix(),
              row * some * length + i,
              some,
              scratch.loaded,
              row * length + i);
        }
      }
      out.put(group * rows * length, scratch.loaded, 0, some * rows * length);
    } else {
      for (int i = 0; i < some * rows; i++) {
        int from = (i % rows * some + i / rows) * columns;
        out.put((group * rows + i) * length + at, scratch.greatest.matrix(), from, columns);
      }
    }
  }

  private void scatter(float[] matrix, int from, int some, float[] to, int start) {
    int step = rows * length;
    for (int group = 0; group < some; group++) {
      to[start + group * step] = matrix[from + group * length];
    }
  }
}
