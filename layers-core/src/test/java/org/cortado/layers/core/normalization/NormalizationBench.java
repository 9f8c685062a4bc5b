package org.cortado.layers.core.normalization;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.testkit.TestLayer;

/**
 * Compares layers with copying, in bytes that must be moved: a copy reads and writes once, a
 * forward pass that normalises reads twice and writes once, its gradient reads {@code x} and {@code
 * dy} twice and writes once.
 *
 * <p>To be run by hand. Every figure is the best of some rounds, in processor time of one thread,
 * for which it matters little what else the machine does.
 */
public final class NormalizationBench {

  private static final int ROUNDS = 10;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Backend backend;

  private NormalizationBench(Backend backend) {
    this.backend = backend;
  }

  /** Prints the table. */
  public static void main(String[] arguments) throws BackendFactory.UnavailableException {
    for (BackendFactory factory : ServiceLoader.load(BackendFactory.class)) {
      if (factory.name().equals("portable")) {
        new NormalizationBench(factory.create(1)).run();
      }
    }
  }

  private void run() {
    System.out.printf("%-30s %18s %18s%n", "", "forward", "backward");
    for (Shape shape :
        List.of(
            Shape.of(64, 64, 64, 64),
            Shape.of(64, 256, 32, 32),
            Shape.of(167, 2048, 7, 7),
            Shape.of(16, 64, 56, 56),
            Shape.of(16_384, 1024),
            Shape.of(64, 4096))) {
      double copy = copy(shape);
      System.out.printf(Locale.ROOT, "%-10s %-19s %7.2f GB/s%n", "copy", shape, copy);
      measure("BatchNorm", Map.of("scale_bias", true), shape, copy);
      measure("LayerNorm", Map.of(), shape, copy);
      measure("GroupNorm", Map.of("groups", 32), shape, copy);
      measure("MVN", Map.of(), shape, copy);
      measure("LRN", Map.of("alpha", 1e-4), shape, copy);
    }
  }

  private double copy(Shape shape) {
    Tensor x = new Tensor(shape, backend.memory());
    Tensor y = new Tensor(shape, backend.memory());
    fill(x);
    ElementwiseLoop loop =
        new ElementwiseLoop(
            backend.parallel(), (in, out, n) -> System.arraycopy(in[0], 0, out, 0, n));
    List<Tensor> from = List.of(x);
    return rate(2, shape, () -> loop.run(from, y));
  }

  private static void fill(Tensor tensor) {
    FloatBuffer floats = tensor.write();
    for (int i = 0; i < floats.limit(); i++) {
      floats.put(i, i * 0x9E3779B9 * 0x1p-31f);
    }
  }

  private void measure(String type, Map<String, Object> options, Shape shape, double copy) {
    Blob x = new Blob(shape, backend.memory());
    fill(x.data());
    boolean[] flags = {true};
    try (TestLayer layer = TestLayer.of(type, options, 1, List.of(x))) {
      fill(layer.tops().get(0).diff());
      double forward = rate(3, shape, layer::forward);
      double backward =
          rate(5, shape, () -> layer.layer().backward(layer.tops(), flags, layer.bottoms()));
      System.out.printf(
          Locale.ROOT,
          "%-10s %-19s %7.2f GB/s %4.0f%% %7.2f GB/s %4.0f%%%n",
          type,
          shape,
          forward,
          100 * forward / copy,
          backward,
          100 * backward / copy);
    }
  }

  /** Returns gigabytes a second of so many passes over a tensor. */
  private static double rate(int passes, Shape shape, Runnable run) {
    LongSupplier once =
        () -> {
          long start = THREADS.getCurrentThreadCpuTime();
          run.run();
          return THREADS.getCurrentThreadCpuTime() - start;
        };
    long least = LongStream.generate(once).limit(ROUNDS).min().orElseThrow();
    return (double) passes * Float.BYTES * shape.count() / least;
  }
}
