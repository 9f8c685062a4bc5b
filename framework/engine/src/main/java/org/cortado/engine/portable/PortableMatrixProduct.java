package org.cortado.engine.portable;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.blob.Tensor;

/**
 * Multiplies matrices.
 *
 * <p>Products that go to one matrix run one after the other: in the first round the first of each.
 */
final class PortableMatrixProduct implements MatrixProduct {

  private final Spec spec;
  private final Source a = new Source();
  private final Source b = new Source();
  private final Source c = new Source();
  private final List<Products.Prepared> rounds;
  private final boolean clears;
  private final Zeros zeros;

  PortableMatrixProduct(Spec spec, Products products) {
    this.spec = spec;
    zeros = new Zeros(products.parallel());
    int[] terms = new int[spec.batch().c().count()];
    List<List<Product>> byRound = new ArrayList<>();
    for (int i = 0; i < spec.batch().products(); i++) {
      int round = terms[spec.batch().c().order().get(i)]++;
      if (byRound.size() == round) {
        byRound.add(new ArrayList<>());
      }
      byRound.get(round).add(product(i, round));
    }
    List<List<Tile>> tiles = Tiles.of(spec.m(), spec.n());
    rounds = byRound.stream().map(round -> products.prepare(round, tiles)).toList();
    clears = !spec.accumulate() && (byRound.isEmpty() || byRound.get(0).size() < terms.length);
  }

  private Product product(int index, int round) {
    int left = spec.batch().a().order().get(index) * spec.m() * spec.k();
    int right = spec.batch().b().order().get(index) * spec.k() * spec.n();
    int result = spec.batch().c().order().get(index) * spec.m() * spec.n();
    DenseMatrix sum = new DenseMatrix(c, result, spec.n());
    return new Product(
        factor(a, left, spec.m(), spec.k(), spec.transposeA()),
        factor(b, right, spec.k(), spec.n(), spec.transposeB()),
        spec.accumulate() || round > 0 ? sum.adding() : sum,
        0,
        spec.k());
  }

  private static Factor factor(
      Source source, int offset, int rows, int columns, boolean transposed) {
    return new Factor(new DenseMatrix(source, offset, transposed ? rows : columns), transposed);
  }

  @Override
  public void multiply(Tensor left, Tensor right, Tensor result) {
    Batch batch = spec.batch();
    Counts.check("A", left, (long) batch.a().count() * spec.m() * spec.k());
    Counts.check("B", right, (long) batch.b().count() * spec.k() * spec.n());
    Counts.check("C", result, (long) batch.c().count() * spec.m() * spec.n());
    a.open(left.read());
    b.open(right.read());
    c.open(spec.accumulate() ? result.update() : result.write());
    if (clears) {
      zeros.fill(c.floats());
    }
    for (int round = 0; round < rounds.size(); round++) {
      rounds.get(round).run();
    }
  }

  @Override
  public void close() {}
}
