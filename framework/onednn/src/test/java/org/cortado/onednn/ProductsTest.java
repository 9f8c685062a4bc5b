package org.cortado.onednn;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.backend.InnerProduct;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class ProductsTest {

  private static final String SEED = "seed {currentRepetition}";

  @RepeatedTest(value = 30, name = SEED)
  void multipliesAsThePortableBackendDoes(RepetitionInfo info) {
    try (Pair pair = new Pair(info.getCurrentRepetition())) {
      int m = pair.between(0, pair.oneOf(3, 40, 200));
      int n = pair.between(0, pair.oneOf(3, 40, 200));
      int k = pair.between(0, pair.oneOf(3, 40, 200));
      boolean transposeA = pair.random.nextInt(2) == 0;
      boolean transposeB = pair.random.nextInt(2) == 0;
      boolean add = pair.random.nextInt(2) == 0;
      boolean clear = pair.random.nextInt(4) == 0;
      var spec = new MatrixProduct.Spec(m, n, k, transposeA, transposeB, add);
      pair.expectSame(
          (backend, source) -> {
            Tensor c = source.sum(Shape.of(m, n), clear);
            try (MatrixProduct product = backend.matrixProduct(spec)) {
              product.multiply(source.random(Shape.of(m, k)), source.random(Shape.of(k, n)), c);
            }
            return List.of(c);
          });
    }
  }

  @RepeatedTest(value = 40, name = SEED)
  void multipliesBatchesAsThePortableBackendDoes(RepetitionInfo info) {
    try (Pair pair = new Pair(info.getCurrentRepetition())) {
      int m = pair.between(0, pair.oneOf(3, 40, 100));
      int n = pair.between(0, pair.oneOf(3, 40));
      int k = pair.between(0, pair.oneOf(3, 40));
      int products = pair.oneOf(0, 1, 3, 20);
      var a = matrices(pair, products);
      var b = matrices(pair, products);
      var c = matrices(pair, products);
      boolean add = pair.random.nextInt(2) == 0;
      boolean transposeA = pair.random.nextInt(2) == 0;
      boolean transposeB = pair.random.nextInt(2) == 0;
      var batch = new MatrixProduct.Batch(a, b, c);
      var spec = new MatrixProduct.Spec(m, n, k, transposeA, transposeB, add, batch);
      boolean clear = pair.random.nextInt(4) == 0;
      pair.expectSame(
          (backend, source) -> {
            Tensor left = source.random(Shape.of(a.count(), m, k));
            Tensor right = source.random(Shape.of(b.count(), k, n));
            Tensor sums = source.sum(Shape.of(c.count(), m, n), clear);
            try (MatrixProduct product = backend.matrixProduct(spec)) {
              product.multiply(left, right, sums);
              product.multiply(left, right, sums);
            }
            return List.of(sums);
          });
    }
  }

  private static MatrixProduct.Matrices matrices(Pair pair, int products) {
    int count = pair.oneOf(1, 2, 30);
    return new MatrixProduct.Matrices(
        count, Stream.generate(() -> pair.random.nextInt(count)).limit(products).toList());
  }

  @RepeatedTest(value = 30, name = SEED)
  void connectsFullyAsThePortableBackendDoes(RepetitionInfo info) {
    try (Pair pair = new Pair(info.getCurrentRepetition())) {
      int rows = pair.oneOf(0, 1, 2, 5, 64);
      int inputs = pair.between(1, pair.oneOf(10, 300));
      int outputs = pair.between(1, pair.oneOf(10, 300));
      boolean bias = pair.random.nextInt(2) == 0;
      boolean transposed = pair.random.nextInt(2) == 0;
      boolean clear = pair.random.nextInt(2) == 0;
      var spec = new InnerProduct.Spec(rows, inputs, outputs, bias, transposed);
      Shape weights = transposed ? Shape.of(inputs, outputs) : Shape.of(outputs, inputs);
      Shape[] shapes = bias ? new Shape[] {weights, Shape.of(outputs)} : new Shape[] {weights};
      pair.expectSame(
          (backend, source) -> {
            Tensor x = source.random(Shape.of(rows, inputs));
            Tensor y = source.random(Shape.of(rows, outputs));
            Tensor dy = source.random(Shape.of(rows, outputs));
            Tensor dx = source.random(Shape.of(rows, inputs));
            List<Tensor> parameters = source.sums(false, shapes);
            List<Tensor> diffs = source.sums(clear, shapes);
            try (InnerProduct product = backend.innerProduct(spec)) {
              product.forward(x, parameters, y);
              product.backwardParameters(x, dy, diffs);
              product.backwardData(dy, parameters, dx);
            }
            return bias ? List.of(y, dx, diffs.get(0), diffs.get(1)) : List.of(y, dx, diffs.get(0));
          });
    }
  }
}
