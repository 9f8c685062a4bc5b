package org.cortado.engine.observation;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How some values are spread.
 *
 * @param min the least
 * @param max the greatest
 * @param mean their mean
 * @param zeros which share of them is 0
 * @param counts how many lie in each of equally wide bins from the least to the greatest
 */
record Spread(float min, float max, double mean, double zeros, List<Long> counts) {

  private static final int BINS = 30;

  /** Copies the list. */
  Spread {
    counts = List.copyOf(counts);
  }

  /** Returns that of some values; nothing if one of them isn't finite, or there is none. */
  static Optional<Spread> of(FloatBuffer values) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    double sum = 0;
    long zeros = 0;
    for (int i = 0; i < values.limit(); i++) {
      float value = values.get(i);
      min = Math.min(min, value);
      max = Math.max(max, value);
      sum += value;
      zeros += value == 0 ? 1 : 0;
    }
    if (!Float.isFinite(min) || !Float.isFinite(max)) {
      return Optional.empty();
    }
    double count = values.limit();
    return Optional.of(new Spread(min, max, sum / count, zeros / count, counts(values, min, max)));
  }

  private static List<Long> counts(FloatBuffer values, float min, float max) {
    long[] counts = new long[BINS];
    double perValue = max > min ? BINS / ((double) max - min) : 0;
    for (int i = 0; i < values.limit(); i++) {
      int bin = (int) (((double) values.get(i) - min) * perValue);
      counts[Math.min(bin, BINS - 1)]++;
    }
    List<Long> list = new ArrayList<>();
    for (long each : counts) {
      list.add(each);
    }
    return list;
  }

  /** Returns it by the names that metrics have for it. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("min", min);
    values.put("max", max);
    values.put("mean", mean);
    values.put("zeros", zeros);
    values.put("counts", counts);
    return values;
  }
}
