package org.cortado.engine.observation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Which classes a net takes for which: a row for each label, a column for each prediction. */
final class Confusion {

  private final long[][] counts;

  Confusion(int classes) {
    counts = new long[classes][classes];
  }

  void add(int label, int predicted) {
    counts[label][predicted]++;
  }

  int classes() {
    return counts.length;
  }

  private double precision(int type) {
    long predicted = Arrays.stream(counts).mapToLong(row -> row[type]).sum();
    return predicted == 0 ? 0 : (double) counts[type][type] / predicted;
  }

  private double recall(int type) {
    long labelled = Arrays.stream(counts[type]).sum();
    return labelled == 0 ? 0 : (double) counts[type][type] / labelled;
  }

  /** Returns it by the names that metrics have for it; what would be 0/0 is 0. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("classes", classes());
    values.put("counts", rows());
    values.put("precision", each(this::precision));
    values.put("recall", each(this::recall));
    return values;
  }

  private List<List<Long>> rows() {
    List<List<Long>> rows = new ArrayList<>();
    for (long[] row : counts) {
      rows.add(Arrays.stream(row).boxed().toList());
    }
    return rows;
  }

  private List<Double> each(IntToDoubleFunction share) {
    return IntStream.range(0, classes()).mapToDouble(share).boxed().toList();
  }
}
