package org.cortado.layers.core.vision;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** Adds a number to each channel of images, in place. */
final class ChannelBias {

  private static final int CHUNK = 2048;

  private final Parallel parallel;
  private final float[][] chunks;
  private final Parallel.Body add = this::add;
  private final Parallel.Body sum = this::sum;
  private int images;
  private int channels;
  private int pixels;
  private FloatBuffer plane = Buffers.EMPTY;
  private FloatBuffer bias = Buffers.EMPTY;

  ChannelBias(Parallel parallel) {
    this.parallel = parallel;
    chunks = new float[parallel.threads()][CHUNK];
  }

  /** Says what the images will be: {@code [N x channels x spatial…]}. */
  void prepare(Shape shape) {
    images = shape.dim(0);
    channels = shape.dim(1);
    pixels = shape.count(2);
  }

  /** Adds to each element of the images its channel's number. */
  void add(Tensor numbers, Tensor y) {
    bias = numbers.read();
    plane = y.update();
    parallel.forEach(images * channels, 1, add);
  }

  private void add(int worker, int first, int end) {
    float[] chunk = chunks[worker];
    for (int index = first; index < end; index++) {
      float number = bias.get(index % channels);
      for (int at = 0; at < pixels; at += CHUNK) {
        int length = Math.min(CHUNK, pixels - at);
        plane.get(index * pixels + at, chunk, 0, length);
        for (int i = 0; i < length; i++) {
          chunk[i] += number;
        }
        plane.put(index * pixels + at, chunk, 0, length);
      }
    }
  }

  /** Adds to each channel's number the sum of its elements. */
  void addGradient(Tensor dy, Tensor gradient) {
    plane = dy.read();
    bias = gradient.update();
    parallel.forEach(channels, 1, sum);
  }

  private void sum(int worker, int first, int end) {
    for (int channel = first; channel < end; channel++) {
      double sum = bias.get(channel);
      for (int image = 0; image < images; image++) {
        sum += sum(chunks[worker], (image * channels + channel) * pixels);
      }
      bias.put(channel, (float) sum);
    }
  }

  private double sum(float[] chunk, int from) {
    double sum = 0;
    for (int at = 0; at < pixels; at += CHUNK) {
      int length = Math.min(CHUNK, pixels - at);
      plane.get(from + at, chunk, 0, length);
      for (int i = 0; i < length; i++) {
        sum += chunk[i];
      }
    }
    return sum;
  }
}
