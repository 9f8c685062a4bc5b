package org.cortado.nets;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.cortado.api.FormulaLayer;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.engine.net.Net;
import org.cortado.engine.portable.PortableBackend;

/**
 * Compares layers of one formula, as a plug-in has them, with the built-in ReLU on 64 MiB, which no
 * cache holds.
 *
 * <p>A line a layer and backend: milliseconds forward and backward, and how many times the ReLU's
 * they are, the two taken in turn. All are run before one is timed, as in a net that has them all.
 */
final class FormulaBench {

  private static final int RUNS = 21;
  private static final double MILLIS = 1e-6;
  private static final boolean[] DOWN = {true};

  private static final List<Function<Backend, Layer>> FORMULAS =
      List.of(Rectifier::new, Stepped::new, Softsign::new, Square::new, Scaled::new, Leaky::new);

  private FormulaBench() {}

  public static void main(String[] arguments) throws IOException {
    int threads = Integer.getInteger("threads", 2);
    try (Backend portable = new PortableBackend(threads);
        Backend best = BestBackend.open(threads)) {
      for (Backend backend : List.of(portable, best)) {
        compare(backend);
      }
    }
  }

  private static void compare(Backend backend) throws IOException {
    try (Net net = BandwidthBench.net("ReLU", "{}", "[16, 64, 128, 128]", backend)) {
      Inputs.fill(net);
      List<Blob> x = net.layers().get(0).tops();
      List<Blob> y = net.layers().get(1).tops();
      List<Layer> formulas = FORMULAS.stream().map(formula -> formula.apply(backend)).toList();
      formulas.forEach(formula -> run(formula, x, y));
      BandwidthBench.spread(y.get(0).diff().write());
      for (Layer formula : formulas) {
        formula.reshape(x, y);
        System.out.println(
            String.format(
                Locale.ROOT,
                "%-8s %-10s forward %s  backward %s",
                backend.name(),
                formula.getClass().getSimpleName(),
                inTurn(() -> net.forward(1, 2), () -> formula.forward(x, y)),
                inTurn(() -> net.backward(1, 2), () -> formula.backward(y, DOWN, x))));
      }
    }
  }

  private static void run(Layer formula, List<Blob> x, List<Blob> y) {
    formula.reshape(x, y);
    for (int i = 0; i < 3; i++) {
      formula.forward(x, y);
      formula.backward(y, DOWN, x);
    }
  }

  private static String inTurn(Runnable relu, Runnable formula) {
    double[] relus = new double[RUNS];
    double[] formulas = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      relus[i] = millis(relu);
      formulas[i] = millis(formula);
    }
    double base = median(relus);
    double own = median(formulas);
    return String.format(Locale.ROOT, "%6.1f ms, ReLU %6.1f ms: %5.2f", own, base, own / base);
  }

  private static double millis(Runnable pass) {
    long start = System.nanoTime();
    pass.run();
    return (System.nanoTime() - start) * MILLIS;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The ReLU as one would write it. */
  @LayerType(name = "bench:Rectifier", inPlace = true, backwardReads = Reads.TOP_SIGN)
  private static final class Rectifier extends FormulaLayer {

    Rectifier(Backend backend) {
      super(backend);
    }

    @Override
    protected float value(float x) {
      return Math.max(x, 0);
    }

    @Override
    protected float derivative(float x, float y) {
      return y > 0 ? 1 : 0;
    }
  }

  /** The ReLU without a condition. */
  @LayerType(name = "bench:Stepped", inPlace = true, backwardReads = Reads.TOP_SIGN)
  private static final class Stepped extends FormulaLayer {

    Stepped(Backend backend) {
      super(backend);
    }

    @Override
    protected float value(float x) {
      return Math.max(x, 0);
    }

    @Override
    protected float derivative(float x, float y) {
      return step(y);
    }
  }

  @LayerType(name = "bench:Softsign", backwardReads = Reads.BOTTOM_DATA)
  private static final class Softsign extends FormulaLayer {

    Softsign(Backend backend) {
      super(backend);
    }

    @Override
    protected float value(float x) {
      return x / (1 + Math.abs(x));
    }

    @Override
    protected float derivative(float x, float y) {
      float d = 1 + Math.abs(x);
      return 1 / (d * d);
    }
  }

  @LayerType(name = "bench:Square", backwardReads = Reads.BOTTOM_DATA)
  private static final class Square extends FormulaLayer {

    Square(Backend backend) {
      super(backend);
    }

    @Override
    protected float value(float x) {
      return x * x;
    }

    @Override
    protected float derivative(float x, float y) {
      return 2 * x;
    }
  }

  @LayerType(
      name = "bench:Scaled",
      inPlace = true,
      backwardReads = {})
  private static final class Scaled extends FormulaLayer {

    private final float factor = Float.parseFloat("3");

    Scaled(Backend backend) {
      super(backend);
    }

    @Override
    protected float value(float x) {
      return factor * x;
    }

    @Override
    protected float derivative(float x, float y) {
      return factor;
    }
  }

  @LayerType(name = "bench:Leaky", inPlace = true, backwardReads = Reads.TOP_SIGN)
  private static final class Leaky extends FormulaLayer {

    Leaky(Backend backend) {
      super(backend);
    }

    @Override
    protected float value(float x) {
      return Math.max(x, 0.1f * x);
    }

    @Override
    protected float derivative(float x, float y) {
      return 0.1f + 0.9f * step(y);
    }
  }
}
