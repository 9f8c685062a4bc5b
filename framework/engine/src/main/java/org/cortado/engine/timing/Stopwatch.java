package org.cortado.engine.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Notes how long something takes, each time that it is done. */
final class Stopwatch {

  private static final double NANOS = 1e-9;

  private final LongSupplier nanos;
  private final List<Double> seconds = new ArrayList<>();

  Stopwatch(LongSupplier nanos) {
    this.nanos = nanos;
  }

  void time(Runnable something) {
    long start = nanos.getAsLong();
    something.run();
    seconds.add((nanos.getAsLong() - start) * NANOS);
  }

  void forget() {
    seconds.clear();
  }

  double least() {
    return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  double total() {
    return seconds.stream().mapToDouble(Double::doubleValue).sum();
  }

  int count() {
    return seconds.size();
  }

  Spread spread() {
    return Spread.of(seconds.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
