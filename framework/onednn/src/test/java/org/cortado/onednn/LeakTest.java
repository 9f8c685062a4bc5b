package org.cortado.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LeakTest {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int WARM_UP = 200;
  private static final int BLOCKS = 4;
  private static final int ROUNDS = 150;

  /** Ten kilobytes a round: a description that stays open takes ninety. */
  private static final int ALLOWED_KILOBYTES = 1500;

  /**
   * A leak shows in every block of rounds; the virtual machine's own growth, which is in the figure
   * too, comes in bursts. The garbage collector is not asked: memory must not wait for it.
   */
  @Test
  void freesNativeMemoryWhenOperationsAreClosed() throws IOException {
    Assumptions.assumeTrue(Files.exists(STATUS), "skipped: there is no /proc here");
    try (OneDnnBackend backend = Natives.backend(1)) {
      Sweep sweep = new Sweep(backend);
      sweep.run(WARM_UP);
      touchTheJavaHeap();
      long least = Long.MAX_VALUE;
      for (int i = 0; i < BLOCKS; i++) {
        long before = residentKilobytes();
        sweep.run(ROUNDS);
        least = Math.min(least, residentKilobytes() - before);
      }
      assertThat(least).isLessThan(ALLOWED_KILOBYTES);
    }
  }

  private static void touchTheJavaHeap() {
    long garbage = 0;
    for (int i = 0; i < 30_000; i++) {
      garbage += new byte[1 << 16].length;
    }
    assertThat(garbage).isPositive();
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  /** Small operations, prepared and closed again and again. */
  private static final class Sweep {

    private final OneDnnBackend backend;
    private final Convolution.Spec convolution = Shapes.square(2, 3, 8, 4, 3, 1, 1);
    private final Tensor x;
    private final Tensor y;
    private final Tensor pooled;
    private final List<Tensor> parameters;

    Sweep(OneDnnBackend backend) {
      this.backend = backend;
      x = new Tensor(convolution.input(), backend.memory());
      y = new Tensor(convolution.output(), backend.memory());
      pooled = new Tensor(Shape.of(2, 4, 4, 4), backend.memory());
      parameters =
          List.of(
              new Tensor(convolution.weights(), backend.memory()),
              new Tensor(Shape.of(4), backend.memory()));
    }

    void run(int rounds) {
      for (int i = 0; i < rounds; i++) {
        run();
      }
    }

    private void run() {
      Pooling.Spec pool = Shapes.pooling(Pooling.Method.MAX, y.shape(), 2, 2, 0);
      var sigmoid = new Elementwise.Spec(Elementwise.Function.SIGMOID, 0, y.count());
      try (Convolution convolve = backend.convolution(convolution);
          Elementwise function = backend.elementwise(sigmoid);
          Pooling pooling = backend.pooling(pool)) {
        convolve.forward(x, parameters, y);
        function.forward(y, y);
        pooling.forward(y, pooled);
        pooling.backward(pooled, y);
        convolve.backwardParameters(x, y, parameters);
        convolve.backwardData(y, parameters, x);
        x.clear();
        parameters.forEach(Tensor::clear);
      }
    }
  }
}
