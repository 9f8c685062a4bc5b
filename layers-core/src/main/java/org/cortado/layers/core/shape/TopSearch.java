package org.cortado.layers.core.shape;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;

/**
 * Finds the greatest values along one axis of many. NaN is the greatest; of equal values the last
 * is.
 */
final class TopSearch {

  private static final int GRAIN = 16 * 1024;
  private static final int CHUNK = 1024;

  private final Parallel parallel;
  private final Parallel.Body body = this::search;
  private final float[][] chunks;
  private float[][] values = {};
  private int[][] places = {};
  private FloatBuffer source = Buffers.EMPTY;
  private FloatBuffer target = Buffers.EMPTY;
  private int outer;
  private int size;
  private int inner;
  private int wanted;
  private boolean placesToo;
  private boolean valuesToo;

  TopSearch(Parallel parallel) {
    this.parallel = parallel;
    chunks = new float[parallel.threads()][CHUNK];
  }

  /** Says that there are {@code outer} times {@code inner} lines of {@code size} values. */
  void reshape(int outer, int size, int inner, int wanted) {
    this.outer = outer;
    this.size = size;
    this.inner = inner;
    this.wanted = wanted;
    values = new float[parallel.threads()][wanted];
    places = new int[parallel.threads()][wanted];
  }

  /** Writes, for each line, the places of the greatest, then their values, or one of both. */
  void run(FloatBuffer from, FloatBuffer to, boolean writePlaces, boolean writeValues) {
    source = from;
    target = to;
    placesToo = writePlaces;
    valuesToo = writeValues;
    parallel.forEach(outer * inner, Math.max(1, GRAIN / Math.max(1, size)), body);
  }

  private void search(int worker, int from, int to) {
    for (int line = from; line < to; line++) {
      find(worker, line / inner * size * inner + line % inner);
      write(values[worker], places[worker], line);
    }
  }

  private void find(int worker, int start) {
    float[] best = values[worker];
    int[] at = places[worker];
    float[] chunk = chunks[worker];
    int found = 0;
    for (int first = 0; first < size; first += CHUNK) {
      int length = Math.min(CHUNK, size - first);
      load(start + first * inner, chunk, length);
      for (int i = 0; i < length; i++) {
        if (found < wanted) {
          insert(best, at, found++, chunk[i], first + i);
        } else if (isBefore(chunk[i], best[wanted - 1])) {
          insert(best, at, wanted - 1, chunk[i], first + i);
        }
      }
    }
  }

  private void load(int start, float[] chunk, int length) {
    if (inner == 1) {
      source.get(start, chunk, 0, length);
      return;
    }
    for (int i = 0; i < length; i++) {
      chunk[i] = source.get(start + i * inner);
    }
  }

  private static void insert(float[] best, int[] at, int found, float value, int place) {
    int slot = found;
    while (slot > 0 && isBefore(value, best[slot - 1])) {
      best[slot] = best[slot - 1];
      at[slot] = at[slot - 1];
      slot--;
    }
    best[slot] = value;
    at[slot] = place;
  }

  /** Returns whether a value goes before one that was met earlier. */
  private static boolean isBefore(float value, float earlier) {
    return value >= earlier || Float.isNaN(value);
  }

  private void write(float[] best, int[] at, int line) {
    int kinds = placesToo && valuesToo ? 2 : 1;
    int start = line / inner * kinds * wanted * inner + line % inner;
    for (int k = 0; k < wanted; k++) {
      if (placesToo) {
        target.put(start + k * inner, at[k]);
      }
      if (valuesToo) {
        target.put(start + (k + (kinds - 1) * wanted) * inner, best[k]);
      }
    }
  }
}
