package org.cortado.engine.portable;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.InnerProduct;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.backend.Pooling;
import org.cortado.api.backend.Softmax;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.plugin.BackendDeclaration;
import org.cortado.engine.plugin.LayerCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortableBackendTest {

  @Test
  void isFoundWithTheLowestRank() throws BackendFactory.UnavailableException {
    BackendFactory factory =
        LayerCatalogue.load().backends().stream()
            .map(BackendDeclaration::factory)
            .filter(found -> found.name().equals("portable"))
            .findFirst()
            .orElseThrow();
    assertThat(factory.rank()).isZero();
    try (Backend backend = factory.create(2)) {
      assertThat(backend.name()).isEqualTo("portable");
      assertThat(backend.parallel().threads()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void givesTheSameBitsOnAnyNumberOfThreads(int threads) {
    try (PortableBackend one = new PortableBackend(1);
        PortableBackend more = new PortableBackend(threads)) {
      assertThat(results(new Sweep(more))).isEqualTo(results(new Sweep(one)));
    }
  }

  private static List<List<Float>> results(Sweep sweep) {
    sweep.run();
    List<List<Float>> results = new ArrayList<>();
    for (Tensor written : sweep.written) {
      List<Float> values = new ArrayList<>();
      for (float value : Tensors.values(written)) {
        values.add(value);
      }
      results.add(values);
    }
    return results;
  }

  private static final int SWEEPS = 20;

  @Test
  void allocatesNothingInTheSweep() {
    try (PortableBackend backend = new PortableBackend(1)) {
      Sweep sweep = new Sweep(backend);
      long least = Long.MAX_VALUE;
      for (int i = 0; i < SWEEPS; i++) {
        least = Math.min(least, allocatedBy(sweep));
      }
      assertThat(least - measuringItself()).isLessThan(64);
    }
  }

  /** The first sweeps make what the later ones use; the compiler leaves out what it can. */
  private static long allocatedBy(Sweep sweep) {
    long before = allocated();
    sweep.run();
    return allocated() - before;
  }

  private static long measuringItself() {
    long before = allocated();
    return allocated() - before;
  }

  private static long allocated() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** Every operation once, forward and backward, on sizes that several threads share. */
  private static final class Sweep {

    private static final Shape IMAGES = Shape.of(5, 6, 17, 19);

    final List<Tensor> written = new ArrayList<>();
    private final Random random = new Random(1);
    private final List<Runnable> steps = new ArrayList<>();

    Sweep(Backend backend) {
      addProducts(backend);
      addConvolution(backend);
      for (Pooling.Method method : Pooling.Method.values()) {
        addPooling(backend, method);
      }
      addSoftmax(backend, false);
      addSoftmax(backend, true);
      for (Elementwise.Function function : Elementwise.Function.values()) {
        addElementwise(backend, function);
      }
    }

    void run() {
      for (int i = 0; i < steps.size(); i++) { // an iterator would be an allocation
        steps.get(i).run();
      }
    }

    private Tensor in(int count) {
      return Tensors.normal(random, count);
    }

    private Tensor out(int count) {
      Tensor tensor = in(count);
      written.add(tensor);
      return tensor;
    }

    private void addProducts(Backend backend) {
      MatrixProduct product =
          backend.matrixProduct(new MatrixProduct.Spec(150, 260, 300, true, false, true));
      Tensor a = in(150 * 300);
      Tensor b = in(300 * 260);
      Tensor c = out(150 * 260);
      steps.add(() -> product.multiply(a, b, c));

      InnerProduct inner = backend.innerProduct(new InnerProduct.Spec(33, 300, 77, true, false));
      Tensor x = in(33 * 300);
      Tensor dy = in(33 * 77);
      List<Tensor> parameters = List.of(in(300 * 77), in(77));
      List<Tensor> diffs = List.of(out(300 * 77), out(77));
      Tensor y = out(33 * 77);
      Tensor dx = out(33 * 300);
      steps.add(() -> inner.forward(x, parameters, y));
      steps.add(() -> inner.backwardData(dy, parameters, dx));
      steps.add(() -> inner.backwardParameters(x, dy, diffs));
    }

    private void addConvolution(Backend backend) {
      Convolution.Spec spec =
          new Convolution.Spec(
              IMAGES, 14, List.of(3, 4), List.of(1, 2), List.of(1, 2), List.of(2, 1), 2, true);
      Convolution convolution = backend.convolution(spec);
      Tensor x = in(IMAGES.count());
      Tensor dy = in(spec.output().count());
      List<Tensor> parameters = List.of(in(spec.weights().count()), in(14));
      List<Tensor> diffs = List.of(out(spec.weights().count()), out(14));
      Tensor y = out(spec.output().count());
      Tensor dx = out(IMAGES.count());
      steps.add(() -> convolution.forward(x, parameters, y));
      steps.add(() -> convolution.backwardData(dy, parameters, dx));
      steps.add(() -> convolution.backwardParameters(x, dy, diffs));
    }

    private void addPooling(Backend backend, Pooling.Method method) {
      Pooling.Spec spec =
          new Pooling.Spec(
              IMAGES, method, List.of(3, 3), List.of(2, 2), List.of(1, 0), Pooling.Rounding.CEIL);
      Pooling pooling = backend.pooling(spec);
      Tensor x = in(IMAGES.count());
      Tensor dy = in(spec.output().count());
      Tensor y = out(spec.output().count());
      Tensor dx = out(IMAGES.count());
      steps.add(() -> pooling.forward(x, y));
      steps.add(() -> pooling.backward(dy, dx));
    }

    private void addSoftmax(Backend backend, boolean log) {
      Softmax softmax = backend.softmax(new Softmax.Spec(40, 100, 3, log));
      Tensor x = in(12_000);
      Tensor dy = in(12_000);
      Tensor y = out(12_000);
      Tensor dx = out(12_000);
      steps.add(() -> softmax.forward(x, y));
      steps.add(() -> softmax.backward(y, dy, dx));
    }

    private void addElementwise(Backend backend, Elementwise.Function function) {
      Elementwise operation = backend.elementwise(new Elementwise.Spec(function, 0.1f, 70_001));
      Tensor x = in(70_001);
      Tensor dy = in(70_001);
      Tensor y = out(70_001);
      Tensor dx = out(70_001);
      steps.add(() -> operation.forward(x, y));
      steps.add(() -> operation.backward(y, dy, dx));
    }
  }
}
