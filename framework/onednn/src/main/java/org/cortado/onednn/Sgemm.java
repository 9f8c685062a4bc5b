package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.backend.Parallel;
import org.jspecify.annotations.Nullable;

/** {@code C = op(A) · op(B) + beta · C} of dense matrices, by ranges of C's rows or columns. */
final class Sgemm {

  /** About what a thread multiplies while another wakes. */
  private static final long SMALL = 1 << 20;

  private static final int GRAIN = 16;

  private final OneDnnEngine engine;
  private final MatrixProduct.Spec spec;
  private final boolean byRows;
  private final Split split;
  private final Parallel.Body body = this::run;
  private final Matrix a;
  private final Matrix b;
  private final Matrix c;
  private float beta;

  /** A matrix, and where each part of the product begins in it. */
  private static final class Matrix {

    private final KnownBuffers<FloatPointer[]> known = new KnownBuffers<>();
    private final int stride;
    private final int step;
    private FloatPointer[] parts = {};
    private @Nullable FloatBuffer bound;

    Matrix(int stride, int step) {
      this.stride = Math.max(1, stride);
      this.step = step;
    }

    @SuppressWarnings("ReferenceEquality")
    void bind(FloatBuffer buffer, Split split) {
      if (bound != buffer) {
        FloatPointer[] found = known.find(buffer);
        parts = found != null ? found : known.add(buffer, pointers(buffer, split));
        bound = buffer;
      }
    }

    private FloatPointer[] pointers(FloatBuffer buffer, Split split) {
      FloatPointer all = new FloatPointer(buffer);
      FloatPointer[] pointers = new FloatPointer[split.parts()];
      Arrays.setAll(pointers, part -> all.getPointer((long) split.from(part) * step));
      return pointers;
    }
  }

  /** Makes the product; whether to accumulate is said at each run. */
  Sgemm(OneDnnEngine engine, MatrixProduct.Spec spec) {
    this.engine = engine;
    this.spec = spec;
    byRows = spec.m() > spec.n();
    int range = byRows ? spec.m() : spec.n();
    boolean small = (long) spec.m() * spec.n() * spec.k() < SMALL;
    split = small ? Split.whole(range) : Split.of(range, GRAIN, engine);
    int strideA = spec.transposeA() ? spec.m() : spec.k();
    int strideB = spec.transposeB() ? spec.k() : spec.n();
    int stepA = spec.transposeA() ? 1 : strideA;
    int stepB = spec.transposeB() ? strideB : 1;
    a = new Matrix(strideA, byRows ? stepA : 0);
    b = new Matrix(strideB, byRows ? 0 : stepB);
    c = new Matrix(spec.n(), byRows ? spec.n() : 1);
  }

  /** Multiplies buffers whose sizes have been checked. */
  void run(FloatBuffer left, FloatBuffer right, FloatBuffer product, boolean accumulate) {
    if (spec.m() == 0 || spec.n() == 0) {
      return;
    }
    if (spec.k() == 0) {
      runEmpty(product, accumulate);
      return;
    }
    a.bind(left, split);
    b.bind(right, split);
    c.bind(product, split);
    beta = accumulate ? 1 : 0;
    engine.run(split.parts(), body);
  }

  private void run(int worker, int from, int to) {
    for (int part = from; part < to; part++) {
      Status.check(multiply(part), "multiply matrices");
    }
  }

  private int multiply(int part) {
    return dnnl_sgemm(
        (byte) (spec.transposeA() ? 'T' : 'N'),
        (byte) (spec.transposeB() ? 'T' : 'N'),
        byRows ? split.size(part) : spec.m(),
        byRows ? spec.n() : split.size(part),
        spec.k(),
        1,
        a.parts[part],
        a.stride,
        b.parts[part],
        b.stride,
        beta,
        c.parts[part],
        c.stride);
  }

  private void runEmpty(FloatBuffer product, boolean accumulate) {
    for (int i = 0; !accumulate && i < spec.m() * spec.n(); i++) {
      product.put(i, 0);
    }
  }
}
