package org.cortado.engine.portable;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.backend.Parallel;

/**
 * Adds the gradient of a convolution's weights.
 *
 * <p>A gradient can be small and the sums in it long, so where needed the sums are divided among
 * the threads, into parts that depend on the sizes alone. Each part is summed by itself and the
 * parts are then added in their order: the bits don't depend on the threads. The first call takes
 * the memory for the parts.
 */
final class WeightGradient {

  /** With fewer pieces of work than this the sums are divided. */
  private static final int ENOUGH = 16;

  private static final int SHORTEST_PART = 512;
  private static final int GRAIN = 4096;

  private final Parallel parallel;
  private final Parallel.Body body = this::addParts;
  private final Products.Prepared products;
  private final Size size;
  private final float[][] parts;
  private final Source diff = new Source();

  /**
   * How large the gradient is.
   *
   * @param groups the number of groups
   * @param rows the filters of a group
   * @param columns the weights of a filter
   * @param depth the length of the sums
   */
  record Size(int groups, int rows, int columns, int depth) {

    int count() {
      return groups * rows * columns;
    }
  }

  /** The factors whose product is the gradient of one group. */
  record Factors(Factor a, Factor b) {}

  /** Prepares the gradient from the factors of each group. */
  WeightGradient(Products products, List<Factors> groups, Size size) {
    parallel = products.parallel();
    this.size = size;
    List<List<Tile>> pieces = Tiles.of(size.rows(), Block.ROWS, size.columns(), Block.COLUMNS);
    parts = new float[parts(size.groups() * pieces.size())][0];
    this.products = products.prepare(divide(groups), pieces);
  }

  private int parts(int pieces) {
    int wanted = (ENOUGH + pieces - 1) / pieces;
    return Math.max(1, Math.min(wanted, size.depth() / SHORTEST_PART));
  }

  private List<Product> divide(List<Factors> groups) {
    List<Product> products = new ArrayList<>();
    for (int part = 0; part < parts.length; part++) {
      for (int group = 0; group < groups.size(); group++) {
        Factors factors = groups.get(group);
        Result sums = new Part(parts, part, group * size.rows(), size.columns());
        products.add(new Product(factors.a(), factors.b(), sums, bound(part), bound(part + 1)));
      }
    }
    return products;
  }

  private int bound(int part) {
    return (int) ((long) size.depth() * part / parts.length);
  }

  /** Adds the gradient to the floats. */
  void add(FloatBuffer floats) {
    allocate();
    products.run();
    diff.open(floats);
    parallel.forEach(size.count(), GRAIN, body);
  }

  private void allocate() {
    for (int part = 0; part < parts.length; part++) {
      if (parts[part].length != size.count()) {
        parts[part] = new float[size.count()];
      }
    }
  }

  private void addParts(int worker, int from, int to) {
    FloatBuffer floats = diff.floats();
    for (int i = from; i < to; i++) {
      double sum = floats.get(i);
      for (float[] part : parts) {
        sum += part[i];
      }
      floats.put(i, (float) sum);
    }
  }

  /** One group's rows in one part. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(float[][] parts, int part, int firstRow, int width) implements Result {

    @Override
    public void store(int row, int from, int count, float[] values) {
      System.arraycopy(values, 0, parts[part], (firstRow + row) * width + from, count);
    }
  }
}
