package org.cortado.engine.gradient;

import java.util.List;
import java.util.stream.Collectors;
import org.cortado.api.blob.Shape;

/**
 * The comparison of one element of a blob.
 *
 * @param index where in the blob, one number an axis
 * @param of what was differentiated: {@code "top 0 [1,2]"}
 * @param analytic the derivative that backward gave
 * @param numeric the derivative by central differences of forward
 * @param tolerance how far apart the two may be
 * @param step how far the element was moved to either side
 * @param verdict what came of it
 */
public record ElementCheck(
    List<Integer> index,
    String of,
    double analytic,
    double numeric,
    double tolerance,
    double step,
    Verdict verdict) {

  /** Copies the index. */
  public ElementCheck {
    index = List.copyOf(index);
  }

  /** Returns the difference of both over the greater of them; 0 where both are 0. */
  public double relativeError() {
    double greater = Math.max(Math.abs(analytic), Math.abs(numeric));
    return greater == 0 ? 0 : Math.abs(analytic - numeric) / greater;
  }

  /** Returns how many tolerances the two are apart; infinite where one of them is no number. */
  public double excess() {
    double excess = Math.abs(analytic - numeric) / tolerance;
    return Double.isNaN(excess) ? Double.POSITIVE_INFINITY : excess;
  }

  @Override
  public String toString() {
    String from = Double.isNaN(analytic) ? "NaN (never written?)" : "%.6g".formatted(analytic);
    return "%s of %s: analytic %s, numeric %.6g, relative error %.2g, step %.1g"
        .formatted(text(index), of, from, numeric, relativeError(), step);
  }

  /** Returns the coordinates of an element: {@code [1, 2]} of number 5 in a shape {@code [2x3]}. */
  static List<Integer> coordinates(Shape shape, int element) {
    Integer[] index = new Integer[shape.axes()];
    for (int axis = shape.axes() - 1, rest = element; axis >= 0; axis--) {
      index[axis] = rest % shape.dim(axis);
      rest /= shape.dim(axis);
    }
    return List.of(index);
  }

  static String text(List<Integer> index) {
    return index.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
