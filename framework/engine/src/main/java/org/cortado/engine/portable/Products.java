package org.cortado.engine.portable;

import java.util.List;
import java.util.function.Supplier;
import org.cortado.api.backend.Parallel;

/** Computes products on all threads. */
final class Products {

  private final Parallel parallel;

  /** One for each thread rather than each operation or worker: they are large, and never shared. */
  private final ThreadLocal<Block> blocks = ThreadLocal.withInitial(Block::new);

  Products(Parallel parallel) {
    this.parallel = parallel;
  }

  /** Returns the threads. */
  Parallel parallel() {
    return parallel;
  }

  /** Prepares one product. */
  Prepared prepare(Product product, int rows, int columns) {
    return new Prepared(List.of(product), () -> Tiles.of(rows, columns));
  }

  /**
   * Prepares products of one size.
   *
   * @param pieces the tiles of the result; those of one piece are computed by one thread in order
   */
  Prepared prepare(List<Product> products, List<List<Tile>> pieces) {
    List<List<Tile>> copy = List.copyOf(pieces);
    return prepare(products, () -> copy);
  }

  /** Prepares products of one size, whose pieces are asked for when they first run. */
  Prepared prepare(List<Product> products, Supplier<List<List<Tile>>> pieces) {
    return new Prepared(List.copyOf(products), pieces);
  }

  /** Some products, ready to be computed again and again. */
  final class Prepared {

    private final List<Product> products;
    private final Supplier<List<List<Tile>>> cutting;
    private final Parallel.Body body = this::run;
    private List<List<Tile>> pieces = List.of();
    private boolean cut;

    private Prepared(List<Product> products, Supplier<List<List<Tile>>> cutting) {
      this.products = products;
      this.cutting = cutting;
    }

    /** Computes all tiles of all products, which the first time are cut: there may be many. */
    void run() {
      if (!cut) {
        pieces = cutting.get();
        cut = true;
      }
      parallel.forEach(Math.multiplyExact(products.size(), pieces.size()), 1, body);
    }

    private void run(int worker, int from, int to) {
      Block block = blocks.get();
      for (int i = from; i < to; i++) {
        Product product = products.get(i / pieces.size());
        List<Tile> tiles = pieces.get(i % pieces.size());
        for (int tile = 0; tile < tiles.size(); tile++) {
          block.multiply(product, tiles.get(tile));
        }
      }
    }
  }
}
