package org.cortado.layers.core.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.backend.MatrixProduct.Batch;
import org.cortado.api.backend.MatrixProduct.Matrices;
import org.cortado.api.backend.MatrixProduct.Spec;
import org.cortado.api.blob.Shape;
import org.cortado.api.geometry.Broadcast;
import org.cortado.api.geometry.Stretch;

/** The sizes of a batched matrix product, and the products that it and its gradients are. */
final class MatMulShapes {

  private final boolean transposeA;
  private final boolean transposeB;
  private final int m;
  private final int n;
  private final int k;
  private final Shape output;
  private final Supplier<Matrices> a;
  private final Supplier<Matrices> b;
  private final Supplier<Matrices> c;

  /**
   * Works them out.
   *
   * @throws InvalidLayerException if the shapes don't go together
   */
  MatMulShapes(Shape left, Shape right, boolean transposeA, boolean transposeB) {
    this.transposeA = transposeA;
    this.transposeB = transposeB;
    requireMatrices(0, left);
    requireMatrices(1, right);
    int rows = left.dim(transposeA ? -1 : -2);
    k = left.dim(transposeA ? -2 : -1);
    n = right.dim(transposeB ? -2 : -1);
    requireSameSum(left, right, right.dim(transposeB ? -1 : -2));
    Broadcast batch = batch(left, right);
    List<Integer> dims = new ArrayList<>(batch.output().dims());
    dims.add(rows);
    dims.add(n);
    output = Shape.of(dims);
    int products = batch.output().count();
    if (right.count(0, right.axes() - 2) == 1 && !transposeA) { // the rows of all are as of one
      m = Math.multiplyExact(products, rows);
      a = () -> Matrices.first(1);
      b = a;
      c = a;
    } else {
      m = rows;
      a = () -> matrices(batch.stretches().get(0));
      b = () -> matrices(batch.stretches().get(1));
      c = () -> Matrices.first(products);
    }
  }

  private static void requireMatrices(int bottom, Shape shape) {
    if (shape.axes() < 2) {
      throw new InvalidLayerException(
          "bottom %d must have at least 2 axes, but is %s".formatted(bottom, shape));
    }
  }

  private void requireSameSum(Shape left, Shape right, int other) {
    if (k != other) {
      throw new InvalidLayerException(
          "the bottoms %s and %s can't be multiplied: rows of %d by columns of %d"
              .formatted(left, right, k, other));
    }
  }

  private static Broadcast batch(Shape left, Shape right) {
    try {
      return Broadcast.of(List.of(batch(left), batch(right)));
    } catch (InvalidLayerException e) {
      throw new InvalidLayerException(
          "the bottoms %s and %s can't be multiplied: before the last two axes sizes must be"
                  .formatted(left, right)
              + " equal, or one of them 1");
    }
  }

  private static Shape batch(Shape shape) {
    return Shape.of(shape.dims().subList(0, shape.axes() - 2));
  }

  private static Matrices matrices(Stretch stretch) {
    List<Integer> order =
        IntStream.range(0, stretch.output().count()).map(stretch::source).boxed().toList();
    return new Matrices(stretch.input().count(), order);
  }

  /** Lists the matrices only now: there may be very many. */
  private static Batch batch(
      Supplier<Matrices> left, Supplier<Matrices> right, Supplier<Matrices> result) {
    return new Batch(left.get(), right.get(), result.get());
  }

  /** Returns the shape of the result. */
  Shape output() {
    return output;
  }

  /** Returns {@code y = op(a) · op(b)}. */
  Spec product() {
    return new Spec(m, n, k, transposeA, transposeB, false, batch(a, b, c));
  }

  /** Returns {@code da}: of {@code dy} and {@code b}, or the other way round if transposed. */
  Spec leftGradient() {
    return transposeA
        ? new Spec(k, m, n, transposeB, true, false, batch(b, c, a))
        : new Spec(m, k, n, false, !transposeB, false, batch(c, b, a));
  }

  /** Returns {@code db}: of {@code a} and {@code dy}, or the other way round if transposed. */
  Spec rightGradient() {
    return transposeB
        ? new Spec(n, k, m, true, transposeA, false, batch(c, a, b))
        : new Spec(k, n, m, !transposeA, false, false, batch(a, c, b));
  }
}
