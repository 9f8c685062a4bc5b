package org.cortado.layers.activations;

import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerTraits;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.ConstantFiller;
import org.cortado.api.filler.Filler;
import org.cortado.api.random.RandomStream;

/**
 * Prints how near each layer comes to the speed at which memory is copied.
 *
 * <p>Arguments: the name of the backend, the number of threads, then what to time, all without any.
 * A single thread is timed by its own clock, which on a busy machine tells more.
 */
final class ActivationTimings {

  private static final Shape SHAPE = Shape.of(16, 1024, 32, 32);
  private static final int REPETITIONS = 30;

  private final Backend backend;
  private final Map<String, Function<Backend, Layer>> layers = new LinkedHashMap<>();
  private double copy;

  private ActivationTimings(Backend backend) {
    this.backend = backend;
    add("AbsVal", AbsValLayer::new);
    add("AddConstant", b -> new AddConstantLayer(new AddConstantLayer.Options(2), b));
    add("BNLL", BNLLLayer::new);
    add("Clip", b -> new ClipLayer(new ClipLayer.Options(-1, 1), b));
    add("Dropout", b -> new DropoutLayer(new DropoutLayer.Options(0.5f), new Context(b), b));
    add("ELU", b -> new ELULayer(new ELULayer.Options(1), b));
    add("Exp", b -> new ExpLayer(new ExpLayer.Options(-1, 1, 0), b));
    add("Exp, base 2", b -> new ExpLayer(new ExpLayer.Options(2, 1, 0), b));
    add("GELU", b -> new GELULayer(new GELULayer.Options(GELULayer.Approximation.NONE), b));
    add("GELU, tanh", b -> new GELULayer(new GELULayer.Options(GELULayer.Approximation.TANH), b));
    add("HardTanh", b -> new HardTanhLayer(new HardTanhLayer.Options(-1, 1), b));
    add("LeakyReLU", b -> new LeakyReLULayer(new LeakyReLULayer.Options(0.01f), b));
    add("Log", b -> new LogLayer(new LogLayer.Options(-1, 1, 0), b));
    add("Log, shift 3", b -> new LogLayer(new LogLayer.Options(-1, 1, 3), b));
    add("Maxout", b -> new MaxoutLayer(new MaxoutLayer.Options(2, 1), b));
    add("Maxout, last axis", b -> new MaxoutLayer(new MaxoutLayer.Options(2, 3), b));
    add("MulConstant", b -> new MulConstantLayer(new MulConstantLayer.Options(2), b));
    add("PReLU", b -> new PReLULayer(slopes(false), new Context(b), b));
    add("PReLU, shared", b -> new PReLULayer(slopes(true), new Context(b), b));
    add("Power, 1", b -> new PowerLayer(new PowerLayer.Options(1, 2, 3), b));
    add("Power, 2", b -> new PowerLayer(new PowerLayer.Options(2, 1, 0), b));
    add("Power, 0.5", b -> new PowerLayer(new PowerLayer.Options(0.5f, 1, 3), b));
    add("Power, -1", b -> new PowerLayer(new PowerLayer.Options(-1, 1, 3), b));
    add("Power, 3", b -> new PowerLayer(new PowerLayer.Options(3, 1, 0), b));
    add("ReLU", b -> new ReLULayer(new ReLULayer.Options(0), b));
    add("Reciprocal", ReciprocalLayer::new);
    add("SELU", SELULayer::new);
    add("SiLU", SiLULayer::new);
    add("Sigmoid", SigmoidLayer::new);
    add("Softplus", b -> new SoftplusLayer(new SoftplusLayer.Options(2, 20), b));
    add("Softsign", SoftsignLayer::new);
    add("TanH", TanHLayer::new);
    add("Threshold", b -> new ThresholdLayer(new ThresholdLayer.Options(0), b));
  }

  private void add(String name, Function<Backend, Layer> maker) {
    layers.put(name, maker);
  }

  private static PReLULayer.Options slopes(boolean shared) {
    return new PReLULayer.Options(new ConstantFiller(0.25f), shared);
  }

  /** Runs it. */
  public static void main(String[] arguments) throws BackendFactory.UnavailableException {
    List<String> wanted = List.of(arguments);
    for (BackendFactory factory : ServiceLoader.load(BackendFactory.class)) {
      if (factory.name().equals(wanted.get(0))) {
        try (Backend backend = factory.create(Integer.parseInt(wanted.get(1)))) {
          new ActivationTimings(backend).print(wanted.stream().skip(2).toList());
        }
      }
    }
  }

  private Blob random(String purpose) {
    Blob blob = new Blob(SHAPE, backend.memory());
    RandomStream random = new RandomStream(RandomStream.mix(purpose.hashCode()));
    for (Tensor tensor : List.of(blob.data(), blob.diff())) {
      FloatBuffer values = tensor.write();
      for (int i = 0; i < SHAPE.count(); i++) {
        values.put(i, 4 * random.nextFloat() - 2);
      }
    }
    return blob;
  }

  private void print(List<String> wanted) {
    Blob x = random("x");
    Blob y = random("y");
    ElementwiseLoop loop =
        new ElementwiseLoop(
            backend.parallel(), (in, out, n) -> System.arraycopy(in[0], 0, out, 0, n));
    List<Tensor> in = List.of(x.data());
    print("Tensor.copyFrom", 2, () -> y.data().copyFrom(x.data()));
    copy = print("parallel copy", 2, () -> loop.run(in, y.data()));
    layers.forEach(
        (name, maker) -> {
          if (wanted.isEmpty() || wanted.contains(name)) {
            time(name, maker.apply(backend), x, y);
          }
        });
  }

  private void time(String name, Layer layer, Blob x, Blob y) {
    List<Blob> bottom = List.of(x);
    List<Blob> top = List.of(y);
    boolean[] all = {true};
    try (layer) {
      layer.setUp(bottom, top);
      layer.reshape(bottom, top);
      double part = (double) y.count() / x.count();
      print(name + " forward", 1 + part, () -> layer.forward(bottom, top));
      if (!name.startsWith("Threshold")) {
        double reads = 1 + part + kept(layer);
        print(name + " backward", reads, () -> layer.backward(top, all, bottom));
      }
      y.reshapeLike(x);
    }
  }

  /** Returns how many tensors backward reads besides the diff, as declared. */
  private static int kept(Layer layer) {
    return Math.min(1, LayerTraits.of(layer.getClass()).backwardReads().size());
  }

  private long now() {
    return backend.parallel().threads() == 1
        ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  private double print(String name, double tensors, Runnable pass) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < REPETITIONS; i++) {
      long start = now();
      pass.run();
      best = Math.min(best, now() - start);
    }
    double speed = tensors * SHAPE.count() * Float.BYTES / best;
    String share = copy == 0 ? "" : String.format(Locale.ROOT, "%5.0f %%", 100 * speed / copy);
    System.out.printf(Locale.ROOT, "%-28s %6.1f GB/s %s%n", name, speed, share);
    return speed;
  }

  /** What a layer asks of a net. */
  private record Context(Backend backend) implements LayerContext {

    @Override
    public String name() {
      return "timed";
    }

    @Override
    public Phase phase() {
      return Phase.TRAIN;
    }

    @Override
    public Blob parameter(Shape shape, Filler filler) {
      Blob blob = new Blob(shape, backend.memory());
      filler.fill(blob.data().write(), shape, new RandomStream(1));
      return blob;
    }

    @Override
    public Blob statistic(Shape shape, Filler filler) {
      return parameter(shape, filler);
    }

    @Override
    public Tensor tensor(Shape shape) {
      return new Tensor(shape, backend.memory());
    }

    @Override
    public RandomStream random(String purpose) {
      return new RandomStream(1);
    }

    @Override
    public long iteration() {
      return 0;
    }
  }
}
