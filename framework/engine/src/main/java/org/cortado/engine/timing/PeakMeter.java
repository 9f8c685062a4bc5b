package org.cortado.engine.timing;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * Measures the most that a machine does with a backend and its threads: in a product of two large
 * matrices, and in a copy that no cache holds.
 */
public final class PeakMeter {

  private static final int SIDE = 1024;
  private static final int COPIED = 16 << 20;
  private static final int GRAIN = 1 << 16;
  private static final int LEAST = 3;
  private static final int MOST = 50;
  private static final double SECONDS = 0.25;

  private final Backend backend;
  private final LongSupplier nanos;

  /** Makes a meter that reads a clock in nanoseconds. */
  public PeakMeter(Backend backend, LongSupplier nanos) {
    this.backend = backend;
    this.nanos = nanos;
  }

  /** Measures; takes less than a second. */
  public Peak measure() {
    return new Peak(2.0 * SIDE * SIDE * SIDE / product(), 2.0 * Float.BYTES * COPIED / copy());
  }

  private double product() {
    MatrixProduct.Spec spec = new MatrixProduct.Spec(SIDE, SIDE, SIDE, false, false, false);
    Shape square = Shape.of(SIDE, SIDE);
    try (Held held = new Held(backend.memory());
        MatrixProduct product = backend.matrixProduct(spec)) {
      Tensor a = held.tensor(square);
      Tensor b = held.tensor(square);
      Tensor c = held.tensor(square);
      return least(() -> product.multiply(a, b, c));
    }
  }

  private double copy() {
    Parallel parallel = backend.parallel();
    try (Held held = new Held(backend.memory())) {
      FloatBuffer from = held.tensor(Shape.of(COPIED)).update();
      FloatBuffer to = held.tensor(Shape.of(COPIED)).write();
      return least(
          () ->
              parallel.forEach(
                  COPIED, GRAIN, (worker, begin, end) -> to.put(begin, from, begin, end - begin)));
    }
  }

  private double least(Runnable work) {
    Stopwatch stopwatch = new Stopwatch(nanos);
    while (stopwatch.count() < LEAST || (stopwatch.count() < MOST && stopwatch.total() < SECONDS)) {
      stopwatch.time(work);
    }
    return stopwatch.least();
  }

  /** Memory that is given back as soon as it has served. */
  private static final class Held implements Memory, AutoCloseable {

    private final Memory memory;
    private final List<Allocation> held = new ArrayList<>();

    Held(Memory memory) {
      this.memory = memory;
    }

    /** Memory that nobody has written yet needn't be there. */
    Tensor tensor(Shape shape) {
      Tensor tensor = new Tensor(shape, this);
      FloatBuffer floats = tensor.write();
      float[] ones = new float[GRAIN];
      Arrays.fill(ones, 1);
      for (int i = 0; i < floats.limit(); i += GRAIN) {
        floats.put(i, ones);
      }
      return tensor;
    }

    @Override
    public Allocation allocate(int count) {
      Allocation allocation = memory.allocate(count);
      held.add(allocation);
      return allocation;
    }

    @Override
    public void close() {
      held.forEach(Allocation::close);
    }
  }
}
