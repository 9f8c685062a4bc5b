package org.cortado.layers.core.vision;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.window.WindowMatrix;
import org.cortado.api.window.Windows;

/** Writes down a {@link WindowMatrix}, image by image, and adds it up again. */
final class Unrolling {

  private static final int CHUNK = 2048;

  private final Parallel parallel;
  private final float[][] chunks;
  private final Parallel.Body unroll = this::unroll;
  private final Parallel.Body rollUp = this::rollUp;
  private Windows windows = new Windows(List.of());
  private WindowMatrix matrix = new WindowMatrix(windows, 1, 0);
  private int planes;
  private FloatBuffer pixels = Buffers.EMPTY;
  private FloatBuffer unrolled = Buffers.EMPTY;

  Unrolling(Parallel parallel) {
    this.parallel = parallel;
    chunks = new float[parallel.threads()][CHUNK];
  }

  /** Says what the images and their windows will be. */
  void prepare(Shape images, Windows laidOut) {
    windows = laidOut;
    planes = images.count(0, 2);
    matrix = new WindowMatrix(laidOut, images.dim(1), 0);
  }

  /** Overwrites {@code y} with the windows of {@code x}. */
  void unroll(Tensor x, Tensor y) {
    pixels = x.read();
    unrolled = y.write();
    parallel.forEach(planes, 1, unroll);
  }

  private void unroll(int worker, int first, int end) {
    float[] chunk = chunks[worker];
    int positions = windows.positions();
    for (int row = first * windows.elements(); row < end * windows.elements(); row++) {
      for (int at = 0; at < positions; at += CHUNK) {
        int length = Math.min(CHUNK, positions - at);
        matrix.copy(pixels, rowOfImage(row), column(row) + at, length, chunk);
        unrolled.put(row * positions + at, chunk, 0, length);
      }
    }
  }

  private int rowOfImage(int row) {
    return row % (matrix.channels() * windows.elements());
  }

  /** Returns the first column of the image that a row of the batch belongs to. */
  private int column(int row) {
    return row / (matrix.channels() * windows.elements()) * windows.positions();
  }

  /** Overwrites {@code dx} with the sums of what stands for each of its elements. */
  void rollUp(Tensor dy, Tensor dx) {
    unrolled = dy.read();
    pixels = dx.write();
    parallel.forEach(planes, 1, rollUp);
  }

  private void rollUp(int worker, int first, int end) {
    for (int at = first * windows.pixels(); at < end * windows.pixels(); at++) {
      pixels.put(at, 0);
    }
    float[] chunk = chunks[worker];
    int positions = windows.positions();
    for (int row = first * windows.elements(); row < end * windows.elements(); row++) {
      for (int at = 0; at < positions; at += CHUNK) {
        int length = Math.min(CHUNK, positions - at);
        unrolled.get(row * positions + at, chunk, 0, length);
        matrix.add(pixels, rowOfImage(row), column(row) + at, length, chunk);
      }
    }
  }
}
