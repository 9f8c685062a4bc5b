package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.backend.Parallel;
import org.jspecify.annotations.Nullable;

/**
 * Many products of dense matrices, shared among the threads by the matrices that they go to and,
 * where those are few, by ranges of their rows.
 */
final class BatchedSgemm {

  /** About what a thread multiplies while another wakes. */
  private static final long SMALL = 1 << 20;

  private static final int GRAIN = 16;

  private final OneDnnEngine engine;
  private final MatrixProduct.Spec spec;
  private final int[][] terms;
  private final Split rows;
  private final Split tasks;
  private final Parallel.Body body = this::run;
  private final Matrices a;
  private final Matrices b;
  private final Matrices c;
  private boolean adding;

  /** The matrices of one tensor, and a pointer to them for each part of the work. */
  private static final class Matrices {

    private final FloatPointer[] pointers;
    private final int[] order;
    private final int size;
    private final int stride;
    private @Nullable FloatBuffer bound;

    Matrices(int parts, MatrixProduct.Matrices matrices, int size, int stride) {
      pointers = new FloatPointer[parts];
      order = matrices.order().stream().mapToInt(Integer::intValue).toArray();
      this.size = size;
      this.stride = Math.max(1, stride);
    }

    @SuppressWarnings("ReferenceEquality")
    void bind(FloatBuffer buffer) {
      if (bound != buffer) {
        for (int part = 0; part < pointers.length; part++) {
          pointers[part] = new FloatPointer(buffer);
        }
        bound = buffer;
      }
    }

    /** Returns the part's pointer, put to an element of a product's matrix. */
    FloatPointer at(int part, int product, int element) {
      return pointers[part].position((long) order[product] * size + element);
    }
  }

  /** Makes the products; whether to accumulate is said at each run. */
  BatchedSgemm(OneDnnEngine engine, MatrixProduct.Spec spec) {
    this.engine = engine;
    this.spec = spec;
    terms = terms(spec.batch().c());
    long work = (long) spec.m() * spec.n() * spec.k() * spec.batch().products();
    boolean alone = engine.lanes() == 1 || work < SMALL;
    rows = alone ? Split.whole(spec.m()) : rows(spec.m(), engine.lanes());
    int pieces = Math.multiplyExact(terms.length, rows.parts());
    tasks = alone ? Split.whole(pieces) : Split.of(pieces, 1, engine);
    a = matrices(spec.batch().a(), spec.m(), spec.k(), spec.transposeA());
    b = matrices(spec.batch().b(), spec.k(), spec.n(), spec.transposeB());
    c = matrices(spec.batch().c(), spec.m(), spec.n(), false);
  }

  /** Lists for each matrix the products that are summed in it. */
  private static int[][] terms(MatrixProduct.Matrices sums) {
    int[] counts = new int[sums.count()];
    sums.order().forEach(sum -> counts[sum]++);
    int[][] terms = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
    for (int product = sums.order().size() - 1; product >= 0; product--) {
      int sum = sums.order().get(product);
      terms[sum][--counts[sum]] = product;
    }
    return terms;
  }

  private Split rows(int total, int lanes) {
    int wanted = (lanes + terms.length - 1) / Math.max(1, terms.length);
    return new Split(total, GRAIN, Math.max(1, Math.min(wanted, total / GRAIN)));
  }

  private Matrices matrices(
      MatrixProduct.Matrices matrices, int height, int width, boolean transposed) {
    return new Matrices(tasks.parts(), matrices, height * width, transposed ? height : width);
  }

  /** Multiplies buffers whose sizes have been checked. */
  void run(FloatBuffer left, FloatBuffer right, FloatBuffer product, boolean accumulate) {
    if (spec.m() == 0 || spec.n() == 0) {
      return;
    }
    if (spec.k() == 0 || spec.batch().products() == 0) {
      clearUnless(accumulate, product, 0, product.limit());
      return;
    }
    a.bind(left);
    b.bind(right);
    c.bind(product);
    adding = accumulate;
    for (int sum = 0; sum < terms.length; sum++) {
      int size = spec.m() * spec.n();
      clearUnless(accumulate || terms[sum].length > 0, product, sum * size, size);
    }
    engine.run(tasks.parts(), body);
  }

  private static void clearUnless(boolean kept, FloatBuffer floats, int from, int count) {
    for (int i = 0; !kept && i < count; i++) {
      floats.put(from + i, 0);
    }
  }

  private void run(int worker, int from, int to) {
    for (int part = from; part < to; part++) {
      for (int task = tasks.from(part); task < tasks.from(part + 1); task++) {
        multiply(part, terms[task / rows.parts()], task % rows.parts());
      }
    }
  }

  private void multiply(int part, int[] products, int range) {
    for (int i = 0; i < products.length; i++) {
      Status.check(
          multiply(part, products[i], range, i > 0 || adding ? 1f : 0f), "multiply matrices");
    }
  }

  private int multiply(int part, int product, int range, float beta) {
    int row = rows.from(range);
    return dnnl_sgemm(
        (byte) (spec.transposeA() ? 'T' : 'N'),
        (byte) (spec.transposeB() ? 'T' : 'N'),
        rows.size(range),
        spec.n(),
        spec.k(),
        1,
        a.at(part, product, spec.transposeA() ? row : row * spec.k()),
        a.stride,
        b.at(part, product, 0),
        b.stride,
        beta,
        c.at(part, product, row * spec.n()),
        c.stride);
  }
}
