package org.cortado.onednn;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.InnerProduct;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.random.RandomStream;

/**
 * Prints the least time that each of LeNet's operations takes at batch 64, and their sum.
 *
 * <p>To be started by hand, with {@code OMP_NUM_THREADS=1}; arguments: threads, rounds.
 */
public final class LeNetTimings {

  private static final int BATCH = 64;

  private final RandomStream random = new RandomStream(1);
  private final Map<String, Runnable> operations = new LinkedHashMap<>();
  private final Backend backend;

  private LeNetTimings(Backend backend) {
    this.backend = backend;
    addConvolution("conv1", Shapes.square(BATCH, 1, 28, 20, 5, 1, 0), false);
    addPooling("pool1", Shape.of(BATCH, 20, 24, 24));
    addConvolution("conv2", Shapes.square(BATCH, 20, 12, 50, 5, 1, 0), true);
    addPooling("pool2", Shape.of(BATCH, 50, 8, 8));
    addInnerProduct("ip1", 800, 500);
    addRelu("relu1", BATCH * 500);
    addInnerProduct("ip2", 500, 10);
  }

  /** Starts the measurement. */
  public static void main(String[] arguments) {
    try (OneDnnBackend backend = new OneDnnBackend(Integer.parseInt(arguments[0]))) {
      new LeNetTimings(backend).run(Integer.parseInt(arguments[1]));
    }
  }

  private void run(int rounds) {
    Map<String, Long> least = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      operations.forEach((name, operation) -> least.merge(name, time(operation), Math::min));
    }
    least.forEach((name, nanos) -> System.out.printf("%-16s %7.3f ms%n", name, nanos / 1e6));
    long sum = least.values().stream().mapToLong(Long::longValue).sum();
    System.out.printf("%-16s %7.3f ms%n", "sum", sum / 1e6);
  }

  private static long time(Runnable operation) {
    long start = System.nanoTime();
    operation.run();
    return System.nanoTime() - start;
  }

  private Tensor tensor(Shape shape) {
    Tensor tensor = new Tensor(shape, backend.memory());
    FloatBuffer floats = tensor.write();
    for (int i = 0; i < shape.count(); i++) {
      floats.put(i, random.nextFloat() - 0.5f);
    }
    return tensor;
  }

  private void addConvolution(String name, Convolution.Spec spec, boolean data) {
    Convolution convolution = backend.convolution(spec);
    Tensor x = tensor(spec.input());
    Tensor y = tensor(spec.output());
    Tensor dx = tensor(spec.input());
    List<Tensor> weights = List.of(tensor(spec.weights()), tensor(Shape.of(spec.outputs())));
    List<Tensor> diffs = List.of(tensor(spec.weights()), tensor(Shape.of(spec.outputs())));
    operations.put(name + " forward", () -> convolution.forward(x, weights, y));
    operations.put(
        name + " weights",
        () -> {
          diffs.forEach(Tensor::clear);
          convolution.backwardParameters(x, y, diffs);
        });
    if (data) {
      operations.put(name + " data", () -> convolution.backwardData(y, weights, dx));
    }
  }

  private void addPooling(String name, Shape input) {
    Pooling.Spec spec = Shapes.pooling(Pooling.Method.MAX, input, 2, 2, 0);
    Pooling pooling = backend.pooling(spec);
    Tensor x = tensor(input);
    Tensor y = tensor(spec.output());
    Tensor dx = tensor(input);
    operations.put(name + " forward", () -> pooling.forward(x, y));
    operations.put(name + " backward", () -> pooling.backward(y, dx));
  }

  private void addInnerProduct(String name, int inputs, int outputs) {
    var spec = new InnerProduct.Spec(BATCH, inputs, outputs, true, false);
    InnerProduct product = backend.innerProduct(spec);
    Tensor x = tensor(Shape.of(BATCH, inputs));
    Tensor y = tensor(Shape.of(BATCH, outputs));
    Tensor dx = tensor(Shape.of(BATCH, inputs));
    List<Tensor> weights = List.of(tensor(Shape.of(outputs, inputs)), tensor(Shape.of(outputs)));
    List<Tensor> diffs = List.of(tensor(Shape.of(outputs, inputs)), tensor(Shape.of(outputs)));
    operations.put(name + " forward", () -> product.forward(x, weights, y));
    operations.put(
        name + " weights",
        () -> {
          diffs.forEach(Tensor::clear);
          product.backwardParameters(x, y, diffs);
        });
    operations.put(name + " data", () -> product.backwardData(y, weights, dx));
  }

  private void addRelu(String name, int count) {
    var spec = new Elementwise.Spec(Elementwise.Function.RELU, 0, count);
    Elementwise relu = backend.elementwise(spec);
    Tensor x = tensor(Shape.of(count));
    Tensor y = tensor(Shape.of(count));
    operations.put(name + " forward", () -> relu.forward(x, y));
    operations.put(name + " backward", () -> relu.backward(y, x, x));
  }
}
