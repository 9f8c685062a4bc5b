package org.cortado.nets;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.api.update.UpdateRule;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.update.AdamRule;
import org.cortado.engine.update.ParameterUpdater;
import org.cortado.engine.update.SgdRule;
import org.cortado.engine.update.UpdateSettings;

/**
 * Compares updates of 60 million parameters with a copy of as many bytes.
 *
 * <p>Copies and updates take turns, so that both meet the same neighbours. A line a rule: what each
 * moves in a second, and the median of their ratios. {@code -Dthreads=2}.
 */
final class UpdateBench {

  private static final int RUNS = 15;
  private static final int GRAIN = 1 << 16;
  private static final double SECONDS = 1e-9;
  private static final int[] LARGE = {4096, 9216};
  private static final int[] SMALL = {512, 512, 3, 3};

  private UpdateBench() {}

  public static void main(String[] arguments) {
    try (Backend backend = BestBackend.open(Integer.getInteger("threads", 2))) {
      List<Parameter> parameters = parameters(backend.memory());
      compare("SGD", new SgdRule(0.9), 20, parameters, backend);
      compare("Adam", new AdamRule(0.9, 0.999, 1e-8), 28, parameters, backend);
    }
  }

  /** One large weight and many smaller ones, each with its bias: 60 million in all. */
  private static List<Parameter> parameters(Memory memory) {
    List<Parameter> parameters = new ArrayList<>();
    add(parameters, memory, LARGE);
    for (int i = 0; i < 9; i++) {
      add(parameters, memory, SMALL);
    }
    return parameters;
  }

  private static void add(List<Parameter> parameters, Memory memory, int... shape) {
    String layer = "layer" + parameters.size();
    parameters.add(new Parameter(layer, 0, blob(memory, shape), 1, 1));
    parameters.add(new Parameter(layer, 1, blob(memory, shape[0]), 2, 0));
  }

  private static Blob blob(Memory memory, int... shape) {
    Blob blob = new Blob(Shape.of(shape), memory);
    for (FloatBuffer floats : List.of(blob.data().write(), blob.diff().write())) {
      for (int i = 0; i < floats.limit(); i++) {
        floats.put(i, (i % 7 - 3) * 0.1f);
      }
    }
    return blob;
  }

  private static void compare(
      String name, UpdateRule rule, int bytes, List<Parameter> parameters, Backend backend) {
    long count = parameters.stream().mapToLong(parameter -> parameter.blob().count()).sum();
    Blob copied = parameters.get(0).blob();
    double[] updates = new double[RUNS];
    double[] copies = new double[RUNS];
    double[] ratios = new double[RUNS];
    try (ParameterUpdater updater =
        new ParameterUpdater(parameters, UpdateSettings.of(rule), backend)) {
      for (int i = 0; i < RUNS; i++) {
        int step = i + 1;
        copies[i] = 2.0 * Float.BYTES * copied.count() / seconds(() -> copy(copied, backend));
        updates[i] = (double) bytes * count / seconds(() -> updater.update(1e-4, step));
        ratios[i] = updates[i] / copies[i];
      }
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-5s %d parameters: %.1f GB/s; copy %.1f GB/s; %.0f %%",
            name,
            count,
            median(updates) * 1e-9,
            median(copies) * 1e-9,
            100 * median(ratios)));
  }

  /** From a weight to its gradient. */
  private static void copy(Blob blob, Backend backend) {
    FloatBuffer from = blob.data().read();
    FloatBuffer to = blob.diff().write();
    Parallel.Body body = (worker, begin, end) -> to.put(begin, from, begin, end - begin);
    backend.parallel().forEach(blob.count(), GRAIN, body);
  }

  private static double seconds(Runnable pass) {
    long start = System.nanoTime();
    pass.run();
    return (System.nanoTime() - start) * SECONDS;
  }

  /** Of the runs that came after the compiler was done. */
  private static double median(double[] runs) {
    double[] warm = Arrays.copyOfRange(runs, RUNS / 3, RUNS);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }
}
