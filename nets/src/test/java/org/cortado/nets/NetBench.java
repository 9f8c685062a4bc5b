package org.cortado.nets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.solver.IterationReport;
import org.cortado.engine.solver.Solver;
import org.cortado.engine.solver.SolverDefinition;
import org.cortado.engine.solver.SolverFile;
import org.cortado.engine.solver.SolverListener;
import org.cortado.engine.solver.SolverReader;

/**
 * Times training iterations of a net: forward, backward, and SGD with momentum.
 *
 * <p>Tops of Input layers are filled once: those called {@code label} with labels below ten, others
 * with normal numbers. Blobs share memory as they do in a training. Arguments: the net's file, how
 * many iterations, then settings as {@code --set} takes them. With {@code -Dlayers=true} it prints
 * the time of each layer.
 */
final class NetBench {

  private static final int THREADS = Integer.getInteger("threads", 2);
  private static final double MILLIS = 1e-6;

  private NetBench() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int iterations = Integer.parseInt(args[1]);
    List<String> settings = List.of(args).subList(2, args.length);
    try (Backend backend = BestBackend.open(THREADS);
        Net net = net(file, settings, backend)) {
      Inputs.fill(net);
      if (Boolean.getBoolean("layers")) {
        perLayer(net, iterations);
      } else {
        train(net, iterations, backend);
      }
    }
  }

  private static Net net(Path file, List<String> settings, Backend backend) {
    Problems problems = new Problems();
    NetDefinition definition =
        NetFile.read(file, NetOverrides.of(settings), problems).orElseThrow().net();
    problems.throwIfAny();
    NetSettings wanted = NetSettings.of(Phase.TRAIN, 1, NetFiles.data(file)).sharingMemory();
    return new NetFactory(LayerCatalogue.load(), backend).build(definition, wanted);
  }

  private static void train(Net net, int iterations, Backend backend) throws IOException {
    Stopwatch stopwatch = new Stopwatch(iterations);
    try (Solver solver = new Solver(net, definition(iterations), backend, stopwatch)) {
      solver.run();
    }
    System.out.println(stopwatch);
  }

  private static SolverDefinition definition(int iterations) throws IOException {
    Path file = Files.createTempFile("solver", ".yaml");
    Files.writeString(
        file,
        "{net: net.yaml, base_lr: 0.001, momentum: 0.9, display: 0, max_iter: " + iterations + "}");
    Problems problems = new Problems();
    Optional<SolverFile> solver =
        new SolverReader(LayerCatalogue.load().variants()).read(file, List.of(), problems);
    Files.delete(file);
    problems.throwIfAny();
    return solver.orElseThrow().definition();
  }

  private static void perLayer(Net net, int iterations) {
    int layers = net.layers().size();
    double[][] forward = new double[layers][iterations];
    double[][] backward = new double[layers][iterations];
    for (int i = 0; i < iterations; i++) {
      net.clearParameterDiffs();
      for (int layer = 0; layer < layers; layer++) {
        long start = System.nanoTime();
        net.forward(layer, layer + 1);
        forward[layer][i] = (System.nanoTime() - start) * MILLIS;
      }
      for (int layer = layers - 1; layer >= 0; layer--) {
        long start = System.nanoTime();
        net.backward(layer, layer + 1);
        backward[layer][i] = (System.nanoTime() - start) * MILLIS;
      }
    }
    for (int layer = 0; layer < layers; layer++) {
      String name = net.layers().get(layer).toString();
      print("%8.2f %8.2f  %s", median(forward[layer]), median(backward[layer]), name);
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.copyOfRange(values, values.length / 4, values.length);
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Notes how long each iteration takes. */
  private static final class Stopwatch implements SolverListener {

    private final double[] millis;
    private long started;
    private int done;

    Stopwatch(int iterations) {
      millis = new double[iterations];
    }

    @Override
    public void iterationStarting(long iteration) {
      started = System.nanoTime();
    }

    @Override
    public void iterationDone(IterationReport report) {
      millis[done++] = (System.nanoTime() - started) * MILLIS;
    }

    @Override
    public String toString() {
      double least = Arrays.stream(millis).min().orElse(0);
      return String.format(Locale.ROOT, "median %.1f ms, least %.1f ms", median(millis), least);
    }
  }
}
