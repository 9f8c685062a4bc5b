package org.cortado.api.filler;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;

/**
 * Draws a matrix of {@code shape[0]} rows whose rows, or columns where those are fewer, are
 * orthogonal and {@code gain} long, each such matrix equally likely.
 *
 * <p>Saxe, McClelland and Ganguli 2014; Torch's orthogonal_. Normal vectors are made orthogonal by
 * Gram and Schmidt's method, twice over and in double precision: some {@code 4·m·n²} operations for
 * {@code n} vectors of {@code m} elements, a second for 1024 of 1024.
 */
@TypeName("orthogonal")
@Help("rows or columns, whichever are fewer, that are orthogonal")
public record OrthogonalFiller(@Default("1") @Help("the length of each row or column") float gain)
    implements Filler {

  /** A vector that lost more than this of its length to the others is drawn anew. */
  private static final double SHORTEST = 1e-8;

  @Override
  public void fill(FloatBuffer values, Shape shape, RandomStream random) {
    if (shape.count() == 0) {
      return;
    }
    int rows = shape.axes() == 0 ? 1 : shape.dim(0);
    int columns = shape.count() / rows;
    boolean wide = rows <= columns;
    double[][] vectors = draw(Math.min(rows, columns), Math.max(rows, columns), random);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double value = wide ? vectors[row][column] : vectors[column][row];
        values.put(row * columns + column, (float) (gain * value));
      }
    }
  }

  private static double[][] draw(int count, int size, RandomStream random) {
    double[][] vectors = new double[count][size];
    for (int i = 0; i < count; i++) {
      while (!drawNext(vectors, i, random)) {}
    }
    return vectors;
  }

  /** Returns whether the vector isn't as good as a combination of those before it. */
  private static boolean drawNext(double[][] vectors, int index, RandomStream random) {
    double[] vector = vectors[index];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = random.nextGaussian();
    }
    double drawn = Math.sqrt(product(vector, vector));
    makeOrthogonal(vectors, index);
    makeOrthogonal(vectors, index);
    double left = Math.sqrt(product(vector, vector));
    add(-1 + 1 / left, vector, vector);
    return left > SHORTEST * drawn;
  }

  private static void makeOrthogonal(double[][] vectors, int index) {
    for (int other = 0; other < index; other++) {
      add(-product(vectors[other], vectors[index]), vectors[other], vectors[index]);
    }
  }

  private static void add(double factor, double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * from[i];
    }
  }

  /** Four sums at once: one alone would wait for itself at every step. */
  private static double product(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
