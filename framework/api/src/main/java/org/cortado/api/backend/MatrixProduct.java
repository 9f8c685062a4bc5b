package org.cortado.api.backend;

import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.blob.Tensor;

/**
 * {@code C = op(A) · op(B)}, or {@code C += op(A) · op(B)}, of matrices stored row by row.
 *
 * <p>A batch of products takes its matrices from tensors that hold several, one after the other.
 */
public interface MatrixProduct extends AutoCloseable {

  /**
   * What to multiply.
   *
   * @param m rows of {@code op(A)} and of {@code C}
   * @param n columns of {@code op(B)} and of {@code C}
   * @param k columns of {@code op(A)}, rows of {@code op(B)}
   * @param transposeA whether {@code A} is stored as {@code [k x m]} rather than {@code [m x k]}
   * @param transposeB whether {@code B} is stored as {@code [n x k]} rather than {@code [k x n]}
   * @param accumulate whether to add to {@code C} rather than overwrite it
   * @param batch which matrices to multiply; one product where it is left out
   */
  record Spec(
      int m,
      int n,
      int k,
      boolean transposeA,
      boolean transposeB,
      boolean accumulate,
      Batch batch) {

    /** Says of one product. */
    public Spec(int m, int n, int k, boolean transposeA, boolean transposeB, boolean accumulate) {
      this(m, n, k, transposeA, transposeB, accumulate, Batch.ONE);
    }
  }

  /**
   * Which matrices are multiplied: in product {@code i} those that stand at {@code i} in each list.
   *
   * <p>Products that go to the same {@code C} are summed in the order of the list.
   *
   * @param a which matrices of the tensor {@code A}
   * @param b which of {@code B}
   * @param c which of {@code C}; a matrix that no product goes to becomes 0, or stays as it is
   *     where the spec says to accumulate
   */
  record Batch(Matrices a, Matrices b, Matrices c) {

    /** One product of one matrix each. */
    public static final Batch ONE =
        new Batch(Matrices.first(1), Matrices.first(1), Matrices.first(1));

    /** Checks that the lists are of one length. */
    public Batch {
      if (a.order().size() != b.order().size() || a.order().size() != c.order().size()) {
        throw new IllegalArgumentException(
            "a batch of %d, %d and %d matrices"
                .formatted(a.order().size(), b.order().size(), c.order().size()));
      }
    }

    /** Returns how many products there are. */
    public int products() {
      return a.order().size();
    }
  }

  /**
   * The matrices of one tensor.
   *
   * @param count how many it holds
   * @param order which of them each product takes, from 0
   */
  record Matrices(int count, List<Integer> order) {

    /** Copies the list and checks it. */
    public Matrices {
      order = List.copyOf(order);
      for (int matrix : order) {
        if (matrix < 0 || matrix >= count) {
          throw new IllegalArgumentException("there is no matrix " + matrix + " of " + count);
        }
      }
    }

    /** Returns so many, each of them taken once, in turn. */
    public static Matrices first(int count) {
      return new Matrices(count, IntStream.range(0, count).boxed().toList());
    }
  }

  /** Multiplies; {@code c} must share no memory with the others. */
  void multiply(Tensor a, Tensor b, Tensor c);

  @Override
  void close();
}
