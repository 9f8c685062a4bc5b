package org.cortado.engine.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.backend.MatrixProduct.Batch;
import org.cortado.api.backend.MatrixProduct.Matrices;
import org.cortado.api.backend.MatrixProduct.Spec;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableMatrixProductTest {

  @AutoClose private final PortableBackend backend = new PortableBackend(2);

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "2, 3, 5",
    "7, 33, 1",
    "1, 10, 300",
    "128, 128, 256",
    "129, 513, 257",
    "3, 700, 3",
    "300, 31, 4",
    "65, 160, 1030"
  })
  void agreesWithAPlainLoop(int m, int n, int k) {
    for (int flags = 0; flags < 8; flags++) {
      Spec spec = new Spec(m, n, k, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0);
      Random random = new Random(m + 31L * n + 961L * k);
      Tensor a = Tensors.whole(random, m * k);
      Tensor b = Tensors.whole(random, k * n);
      Tensor c = spec.accumulate() ? Tensors.whole(random, m * n) : Tensors.unwritten(m * n);
      float[] expected = plain(spec, Tensors.values(a), Tensors.values(b), Tensors.values(c));
      multiply(spec, a, b, c);
      assertThat(Tensors.values(c)).as("%s", spec).isEqualTo(expected);
    }
  }

  private static float[] plain(Spec spec, float[] a, float[] b, float[] c) {
    float[] result = new float[c.length];
    for (int i = 0; i < spec.m(); i++) {
      for (int j = 0; j < spec.n(); j++) {
        double sum = spec.accumulate() ? c[i * spec.n() + j] : 0;
        for (int l = 0; l < spec.k(); l++) {
          double left = a[spec.transposeA() ? l * spec.m() + i : i * spec.k() + l];
          double right = b[spec.transposeB() ? j * spec.k() + l : l * spec.n() + j];
          sum += left * right;
        }
        result[i * spec.n() + j] = (float) sum;
      }
    }
    return result;
  }

  private void multiply(Spec spec, Tensor a, Tensor b, Tensor c) {
    try (MatrixProduct product = backend.matrixProduct(spec)) {
      product.multiply(a, b, c);
    }
  }

  @Test
  void givesZerosForAnEmptySum() {
    Tensor c = Tensors.unwritten(6);
    multiply(new Spec(2, 3, 0, false, false, false), Tensors.of(), Tensors.of(), c);
    assertThat(Tensors.values(c)).containsOnly(0);
  }

  @Test
  void doesNothingForAnEmptyResult() {
    Tensor b = Tensors.of(1, 2, 3);
    multiply(new Spec(0, 3, 1, false, false, false), Tensors.of(), b, Tensors.of());
    assertThat(Tensors.values(b)).containsExactly(1, 2, 3);
  }

  @Test
  void multipliesABatchAndSumsWhatGoesToOneMatrix() {
    Matrices twice = new Matrices(1, List.of(0, 0, 0));
    Batch batch = new Batch(Matrices.first(3), twice, new Matrices(3, List.of(2, 0, 2)));
    for (boolean accumulate : new boolean[] {false, true}) {
      Tensor c = Tensors.of(1, 2, 3);
      multiply(
          new Spec(1, 1, 2, false, true, accumulate, batch),
          Tensors.of(1, 2, 3, 4, 5, 6),
          Tensors.of(10, 1),
          c);
      float more = accumulate ? 1 : 0;
      assertThat(Tensors.values(c)).containsExactly(34 + more, 2 * more, 12 + 56 + 3 * more);
    }
  }

  @Test
  void refusesABatchOfUnequalLists() {
    Matrices two = Matrices.first(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Batch(two, two, Matrices.first(1)))
        .withMessage("a batch of 2, 2 and 1 matrices");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Matrices(2, List.of(0, 2)))
        .withMessage("there is no matrix 2 of 2");
  }

  /** What an earlier product left in the arrays beyond the edge of this one must not count. */
  @Test
  void isNotSpoiltByANaNOfAnEarlierProduct() {
    Spec large = new Spec(8, 40, 7, false, false, false);
    multiply(large, Tensors.unwritten(56), Tensors.unwritten(280), Tensors.unwritten(320));
    Tensor c = Tensors.unwritten(1);
    multiply(new Spec(1, 1, 1, false, false, false), Tensors.of(2), Tensors.of(3), c);
    assertThat(Tensors.values(c)).containsExactly(6);
  }

  @Test
  void keepsInfinitiesAndNaNsWhereTheyBelong() {
    Tensor a = Tensors.of(Float.POSITIVE_INFINITY, 1, Float.NaN, 1, 1, 1);
    Tensor c = Tensors.unwritten(3);
    multiply(new Spec(3, 1, 2, false, false, false), a, Tensors.of(1, 1), c);
    assertThat(Tensors.values(c)).containsExactly(Float.POSITIVE_INFINITY, Float.NaN, 2);
  }

  @Test
  void refusesAWrongCount() {
    Spec spec = new Spec(2, 3, 4, false, false, false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> multiply(spec, Tensors.of(1), Tensors.of(1), Tensors.of(1)))
        .withMessage("A must have 8 elements, but is [1]");
    Tensor a = Tensors.unwritten(8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> multiply(spec, a, Tensors.of(1), Tensors.of(1)))
        .withMessage("B must have 12 elements, but is [1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> multiply(spec, a, Tensors.unwritten(12), Tensors.of(1)))
        .withMessage("C must have 6 elements, but is [1]");
  }
}
