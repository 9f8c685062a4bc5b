package org.cortado.nets;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;

/**
 * Compares layers with a copy of as many bytes, on data out of cache.
 *
 * <p>A line a layer: milliseconds forward and backward, and the share of the copy's bandwidth that
 * the bytes come to which each pass must move at the least.
 */
final class BandwidthBench {

  private static final String SHAPE = "[32, 64, 96, 96]";
  private static final int RUNS = 15;
  private static final int GRAIN = 1 << 16;
  private static final double MILLIS = 1e-6;

  /**
   * A layer and how often each pass must go over a blob of the bottom's size.
   *
   * @param options in YAML's flow style
   * @param forward passes of the forward sweep, in blobs
   * @param backward passes of the backward sweep, in blobs
   */
  private record Candidate(String type, String options, double forward, double backward) {}

  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("ReLU", "{}", 2, 3),
          new Candidate("Sigmoid", "{}", 2, 3),
          new Candidate("TanH", "{}", 2, 3),
          new Candidate("ELU", "{}", 2, 3),
          new Candidate("GELU", "{}", 2, 3),
          new Candidate("SiLU", "{}", 2, 3),
          new Candidate("Swish", "{}", 2, 3),
          new Candidate("LeakyReLU", "{}", 2, 3),
          new Candidate("PReLU", "{}", 2, 3),
          new Candidate("BNLL", "{}", 2, 3),
          new Candidate("Softplus", "{}", 2, 3),
          new Candidate("HardTanh", "{}", 2, 3),
          new Candidate("Clip", "{min: -1, max: 1}", 2, 3),
          new Candidate("AbsVal", "{}", 2, 3),
          new Candidate("Exp", "{}", 2, 3),
          new Candidate("Log", "{shift: 9}", 2, 3),
          new Candidate("Power", "{power: 2}", 2, 3),
          new Candidate("Dropout", "{}", 2, 2),
          new Candidate("MulConstant", "{constant: 2}", 2, 2),
          new Candidate("Scale", "{bias_term: true}", 2, 3),
          new Candidate("Bias", "{}", 2, 2),
          new Candidate("Pooling", "{kernel_size: 2, stride: 2}", 1.25, 1.25),
          new Candidate("Pooling", "{kernel_size: 3, stride: 2}", 1.25, 1.25),
          new Candidate("Pooling", "{pool: ave, kernel_size: 2, stride: 2}", 1.25, 1.25),
          new Candidate("Pooling", "{pool: ave, kernel_size: 3, stride: 2}", 1.25, 1.25),
          new Candidate("Pooling", "{pool: ave, global_pooling: true}", 1, 1),
          new Candidate("LRN", "{}", 2, 4),
          new Candidate("BatchNorm", "{}", 3, 4),
          new Candidate("BatchNorm", "{scale_bias: true}", 3, 5),
          new Candidate("BatchNorm", "{use_global_stats: true}", 2, 2),
          new Candidate("MVN", "{}", 3, 5),
          new Candidate("InstanceNorm", "{}", 2, 3),
          new Candidate("LayerNorm", "{}", 2, 3),
          new Candidate("GroupNorm", "{groups: 8}", 2, 3),
          new Candidate("Softmax", "{}", 2, 3));

  private BandwidthBench() {}

  public static void main(String[] only) throws IOException {
    try (Backend backend = BestBackend.open(Integer.getInteger("threads", 2))) {
      for (Candidate candidate : CANDIDATES) {
        if (only.length == 0 || Set.of(only).contains(candidate.type())) {
          compare(candidate, backend);
        }
      }
    }
  }

  private static void compare(Candidate candidate, Backend backend) throws IOException {
    try (Net net = net(candidate.type(), candidate.options(), SHAPE, backend)) {
      Blob x = net.layers().get(0).tops().get(0);
      Blob y = net.layers().get(1).tops().get(0);
      Inputs.fill(net);
      double copy = copyMillis(x, backend) / 2;
      double forward = median(() -> net.forward(1, 2));
      spread(y.diff().write());
      double backward = median(() -> net.backward(1, 2));
      System.out.println(
          String.format(
              Locale.ROOT,
              "%-14s %-40s %7.1f ms %4.0f %%  %7.1f ms %4.0f %%  (copy %.1f ms)",
              candidate.type(),
              candidate.options(),
              forward,
              100 * copy * candidate.forward() / forward,
              backward,
              100 * copy * candidate.backward() / backward,
              2 * copy));
    }
  }

  /** Makes a net of one layer with a gradient from its top. */
  static Net net(String type, String options, String shape, Backend backend) throws IOException {
    Path file = Files.createTempFile("layer", ".yaml");
    Files.writeString(
        file,
        String.join(
            "\n",
            "name: layer",
            "layers:",
            "  - {name: x, type: Input, options: {shape: [" + shape + "]}}",
            "  - {name: y, type: %s, bottom: x, options: %s}".formatted(type, options),
            ""));
    Problems problems = new Problems();
    NetDefinition definition =
        NetFile.read(file, NetOverrides.none(), problems).orElseThrow().net();
    Files.delete(file);
    NetSettings settings = NetSettings.of(Phase.TRAIN, 1, Path.of(""));
    return new NetFactory(LayerCatalogue.load(), backend)
        .build(definition, settings.withGradientsFrom(Set.of("y")));
  }

  static void spread(FloatBuffer dy) {
    for (int i = 0; i < dy.limit(); i++) {
      dy.put(i, (i % 7 - 3) * 0.1f);
    }
  }

  private static double copyMillis(Blob x, Backend backend) {
    Blob copy = new Blob(Shape.of(x.count()), backend.memory());
    FloatBuffer from = x.data().read();
    FloatBuffer to = copy.data().write();
    Parallel.Body body = (worker, begin, end) -> to.put(begin, from, begin, end - begin);
    return median(() -> backend.parallel().forEach(x.count(), GRAIN, body));
  }

  private static double median(Runnable pass) {
    double[] millis = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      pass.run();
      millis[i] = (System.nanoTime() - start) * MILLIS;
    }
    double[] warm = Arrays.copyOfRange(millis, RUNS / 3, RUNS);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }
}
