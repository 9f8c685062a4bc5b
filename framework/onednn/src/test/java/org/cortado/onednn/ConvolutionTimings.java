package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.WorkerPool;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * Prints how fast convolutions are in each layout of the images, and without any reorders: what
 * {@link ConvolutionRules} are made of.
 *
 * <p>To be started by hand, with {@code OMP_NUM_THREADS=1}; arguments: rounds, and optionally the
 * part of a shape's name that is wanted. Figures are GFLOP/s of one thread while it had a
 * processor.
 */
public final class ConvolutionTimings {

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final OneDnnEngine engine;
  private final int rounds;
  private final NativeMemory memory = new NativeMemory();

  private ConvolutionTimings(OneDnnEngine engine, int rounds) {
    this.engine = engine;
    this.rounds = rounds;
  }

  /** Starts the measurement. */
  public static void main(String[] arguments) {
    String wanted = arguments.length > 1 ? arguments[1] : "";
    try (WorkerPool workers = new WorkerPool(1);
        OneDnnEngine engine = new OneDnnEngine(1, workers)) {
      ConvolutionTimings timings = new ConvolutionTimings(engine, Integer.parseInt(arguments[0]));
      for (Convolution.Spec spec : shapes()) {
        if (name(spec).contains(wanted)) {
          timings.measure(spec);
        }
      }
    }
  }

  private static List<Convolution.Spec> shapes() {
    return List.of(
        Shapes.grouped(16, 32, 112, 32, 3, 1, 1, 32),
        Shapes.grouped(16, 64, 112, 64, 3, 2, 1, 64),
        Shapes.grouped(16, 128, 56, 128, 3, 1, 1, 128),
        Shapes.grouped(16, 256, 28, 256, 3, 2, 1, 256),
        Shapes.grouped(16, 512, 14, 512, 3, 1, 1, 512),
        Shapes.grouped(16, 1024, 7, 1024, 3, 1, 1, 1024),
        Shapes.grouped(16, 20, 32, 20, 3, 1, 1, 20),
        Shapes.grouped(16, 64, 28, 64, 5, 1, 2, 64),
        Shapes.grouped(16, 20, 28, 20, 5, 1, 2, 20),
        Shapes.grouped(16, 64, 28, 128, 3, 1, 1, 64),
        Shapes.square(16, 3, 224, 64, 7, 2, 3),
        Shapes.square(16, 3, 227, 96, 11, 4, 0),
        Shapes.square(16, 64, 56, 192, 3, 1, 1),
        Shapes.square(16, 480, 14, 192, 1, 1, 0),
        Shapes.square(16, 64, 56, 64, 3, 1, 1),
        Shapes.square(16, 64, 56, 128, 3, 2, 1),
        Shapes.square(16, 256, 56, 128, 1, 2, 0),
        Shapes.square(16, 64, 56, 256, 1, 1, 0),
        Shapes.square(16, 512, 7, 512, 3, 1, 1),
        Shapes.square(16, 16, 28, 32, 5, 1, 2),
        Shapes.grouped(16, 96, 27, 256, 5, 1, 2, 2));
  }

  private static String name(Convolution.Spec spec) {
    return "%s -> %d k%s s%s g%d"
        .formatted(
            spec.input(),
            spec.outputs(),
            spec.kernel().get(0),
            spec.stride().get(0),
            spec.groups());
  }

  private void measure(Convolution.Spec spec) {
    System.out.println(name(spec));
    ConvolutionShape shape = new ConvolutionShape(spec, spec.input().dim(0));
    measure("forward", shape, Direction.FORWARD);
    measure("data", shape, Direction.DATA);
    measure("weights", shape, Direction.WEIGHTS);
  }

  private enum Direction {
    FORWARD,
    DATA,
    WEIGHTS;

    Description describe(ConvolutionDescriptions descriptions) {
      return switch (this) {
        case FORWARD -> descriptions.forward();
        case DATA -> descriptions.backwardData();
        case WEIGHTS -> descriptions.backwardWeights();
      };
    }

    int[] arguments() {
      return switch (this) {
        case FORWARD -> new int[] {DNNL_ARG_SRC, DNNL_ARG_WEIGHTS, DNNL_ARG_DST, DNNL_ARG_BIAS};
        case DATA -> new int[] {DNNL_ARG_DIFF_DST, DNNL_ARG_WEIGHTS, DNNL_ARG_DIFF_SRC};
        case WEIGHTS ->
            new int[] {DNNL_ARG_SRC, DNNL_ARG_DIFF_DST, DNNL_ARG_DIFF_WEIGHTS, DNNL_ARG_DIFF_BIAS};
      };
    }
  }

  private void measure(String what, ConvolutionShape shape, Direction direction) {
    StringBuilder line = new StringBuilder("  %-8s".formatted(what));
    for (int layouts = 0; layouts < 4; layouts++) {
      ConvolutionDescriptions asked =
          new ConvolutionDescriptions(engine, shape, (layouts & 1) > 0, (layouts & 2) > 0);
      String label = List.of("blocked", "x plain", "y plain", "plain").get(layouts);
      line.append(figure(label, shape, direction, direction.describe(asked)));
    }
    line.append(raw(shape, direction));
    line.append("  CHOSEN %.1f".formatted(chosen(shape.spec(), direction)));
    System.out.println(line);
  }

  private String figure(String label, ConvolutionShape shape, Direction direction, Description d) {
    try (Pass pass = new Pass(engine, engine.lane(0), d, direction.arguments())) {
      bind(pass, shape, direction);
      return "  %s %.1f (%s)".formatted(label, rate(shape, pass), d.implementation());
    }
  }

  private void bind(Pass pass, ConvolutionShape shape, Direction direction) {
    switch (direction) {
      case FORWARD -> {
        pass.input(shape.source(), 0).input(shape.weights(), 0);
        pass.output(shape.destination(), 0).input(shape.bias(), 0);
        bind(pass, shape.source(), shape.weights(), shape.destination(), shape.bias());
      }
      case DATA -> {
        pass.input(shape.destination(), 0).input(shape.weights(), 0).output(shape.source(), 0);
        bind(pass, shape.destination(), shape.weights(), shape.source());
      }
      case WEIGHTS -> {
        pass.input(shape.source(), 0).input(shape.destination(), 0);
        pass.sum(shape.weights()).sum(shape.bias());
        bind(pass, shape.source(), shape.destination(), shape.weights(), shape.bias());
      }
    }
  }

  private void bind(Pass pass, long[]... dims) {
    for (int i = 0; i < dims.length; i++) {
      long count = 1;
      for (long dim : dims[i]) {
        count *= dim;
      }
      pass.bind(i, floats((int) count), false);
    }
  }

  private FloatBuffer floats(int count) {
    Tensor tensor = new Tensor(Shape.of(count), memory);
    FloatBuffer floats = tensor.write();
    for (int i = 0; i < count; i++) {
      floats.put(i, i % 7 - 3);
    }
    return floats;
  }

  /** What oneDNN does where nothing has to be reordered. */
  private String raw(ConvolutionShape shape, Direction direction) {
    ConvolutionDescriptions any = new ConvolutionDescriptions(engine, shape, false, false);
    Description description = direction.describe(any);
    try (Resources blocks = new Resources();
        Pass pass = new Pass(engine, engine.lane(0), description, direction.arguments())) {
      for (int argument : direction.arguments()) {
        try (Layout layout = description.layout(argument)) {
          pass.kept(blocks.add(new NativeBlock(layout.bytes())).at(0));
        }
      }
      return "  RAW %.1f".formatted(rate(shape, pass));
    }
  }

  private double chosen(Convolution.Spec spec, Direction direction) {
    try (OneDnnConvolution convolution = new OneDnnConvolution(engine, spec)) {
      Tensor x = tensor(spec.input());
      Tensor y = tensor(spec.output());
      List<Tensor> weights = List.of(tensor(spec.weights()), tensor(Shape.of(spec.outputs())));
      List<Tensor> diffs = List.of(tensor(spec.weights()), tensor(Shape.of(spec.outputs())));
      return rate(
          spec,
          switch (direction) {
            case FORWARD -> () -> convolution.forward(x, weights, y);
            case DATA -> () -> convolution.backwardData(y, weights, x);
            case WEIGHTS ->
                () -> {
                  diffs.forEach(Tensor::clear);
                  convolution.backwardParameters(x, y, diffs);
                };
          });
    }
  }

  private Tensor tensor(Shape shape) {
    Tensor tensor = new Tensor(shape, memory);
    tensor.write().put(0, floats(shape.count()), 0, shape.count());
    return tensor;
  }

  private double rate(ConvolutionShape shape, Pass pass) {
    return rate(
        shape.spec(),
        () -> {
          pass.run();
          pass.last();
        });
  }

  private double rate(Convolution.Spec spec, Runnable operation) {
    double flops = 2.0 * spec.output().count() * spec.weights().count(1);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long start = CLOCK.getCurrentThreadCpuTime();
      operation.run();
      least = Math.min(least, CLOCK.getCurrentThreadCpuTime() - start);
    }
    return flops / least;
  }
}
