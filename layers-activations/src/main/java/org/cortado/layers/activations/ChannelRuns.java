package org.cortado.layers.activations;

import java.util.Arrays;

/**
 * Which channel each element of a {@code [outer x channels x inner]} tensor belongs to, in runs.
 *
 * <p>A run is of one channel, or, where a channel has one element only, of neighbouring channels.
 *
 * @param channels how many channels there are
 * @param inner how many elements of a channel lie together
 */
record ChannelRuns(int channels, int inner) {

  private int channel(int at) {
    return at / inner % channels;
  }

  /** Returns how many elements from {@code at} on are of a run, at most {@code length}. */
  private int run(int at, int length) {
    int rest = inner == 1 ? channels - channel(at) : inner - at % inner;
    return Math.min(rest, length);
  }

  /** Gives each of {@code length} elements from {@code at} on the number of its channel. */
  void spread(float[] ofChannels, int at, int length, float[] ofElements) {
    for (int i = 0; i < length; ) {
      int run = run(at + i, length - i);
      int channel = channel(at + i);
      if (inner == 1) {
        System.arraycopy(ofChannels, channel, ofElements, i, run);
      } else {
        Arrays.fill(ofElements, i, i + run, ofChannels[channel]);
      }
      i += run;
    }
  }

  /** Adds each of {@code length} elements from {@code at} on to the sum of its channel. */
  void add(float[] elements, int at, int length, double[] sums) {
    for (int i = 0; i < length; ) {
      int run = run(at + i, length - i);
      int channel = channel(at + i);
      if (inner == 1) {
        addEach(elements, i, run, sums, channel);
      } else {
        sums[channel] += sum(elements, i, i + run);
      }
      i += run;
    }
  }

  private static void addEach(float[] elements, int from, int run, double[] sums, int channel) {
    for (int i = 0; i < run; i++) {
      sums[channel + i] += elements[from + i];
    }
  }

  /** Four sums at once, as each addition waits for the one before. */
  private static double sum(float[] elements, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += elements[i];
      b += elements[i + 1];
      c += elements[i + 2];
      d += elements[i + 3];
    }
    for (; i < to; i++) {
      a += elements[i];
    }
    return a + b + (c + d);
  }
}
