package org.cortado.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.random.RandomStream;
import org.cortado.engine.portable.PortableBackend;

/** The backend under test and the one it is compared with, given the same random tensors. */
final class Pair implements AutoCloseable {

  private static final float TOLERANCE = 2e-5f;

  final OneDnnBackend tested;
  final Backend reference = new PortableBackend(1);
  final RandomStream random;

  /** Opens both; the seed, which is in the test's name, chooses the number of threads too. */
  Pair(long seed) {
    random = new RandomStream(RandomStream.mix(seed));
    tested = Natives.backend(oneOf(1, 2, 3));
  }

  int oneOf(int... values) {
    return values[random.nextInt(values.length)];
  }

  /** Returns a number from the first to the last. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  /** Runs the same on both and expects the same in every tensor that it returns. */
  void expectSame(Run run) {
    long key = random.nextLong();
    List<Tensor> actual = run.on(tested, new Source(tested, key));
    List<Tensor> expected = run.on(reference, new Source(reference, key));
    for (int i = 0; i < expected.size(); i++) {
      expectClose("result " + i, actual.get(i), expected.get(i));
    }
  }

  private static void expectClose(String name, Tensor actual, Tensor expected) {
    assertThat(actual.count()).as(name).isEqualTo(expected.count());
    FloatBuffer a = actual.read();
    FloatBuffer e = expected.read();
    for (int i = 0; i < expected.count(); i++) {
      float allowed = TOLERANCE * (1 + Math.abs(e.get(i)));
      if (Float.isNaN(e.get(i))
          ? !Float.isNaN(a.get(i))
          : !(Math.abs(a.get(i) - e.get(i)) <= allowed)) {
        assertThat(a.get(i)).as(name + ", element " + i).isEqualTo(e.get(i));
      }
    }
  }

  /** What is done on either backend. */
  interface Run {

    /** Returns the tensors to compare. */
    List<Tensor> on(Backend backend, Source source);
  }

  /** Gives equal tensors on both backends. */
  static final class Source {

    private final Backend backend;
    private final RandomStream random;
    private boolean coarse;

    Source(Backend backend, long key) {
      this.backend = backend;
      random = new RandomStream(key);
    }

    /** Makes it give quarters, so that long sums of products are exact in whatever order. */
    Source coarse() {
      coarse = true;
      return this;
    }

    private float next() {
      float number = 2 * random.nextFloat() - 1;
      return coarse ? Math.round(4 * number) / 4f : number;
    }

    /** Returns random numbers of [-1, 1). */
    Tensor random(Shape shape) {
      return changed(shape, tensor -> {});
    }

    /** Returns random numbers, then changed. */
    Tensor changed(Shape shape, Consumer<Tensor> change) {
      Tensor tensor = new Tensor(shape, backend.memory());
      FloatBuffer floats = tensor.write();
      for (int i = 0; i < shape.count(); i++) {
        floats.put(i, next());
      }
      change.accept(tensor);
      return tensor;
    }

    /** Returns a tensor that is cleared, or holds random numbers to be added to. */
    Tensor sum(Shape shape, boolean clear) {
      Tensor tensor = random(shape);
      if (clear) {
        tensor.clear();
      }
      return tensor;
    }

    List<Tensor> sums(boolean clear, Shape... shapes) {
      List<Tensor> sums = new ArrayList<>();
      for (Shape shape : shapes) {
        sums.add(sum(shape, clear));
      }
      return sums;
    }
  }

  @Override
  public void close() {
    tested.close();
    reference.close();
  }
}
