package org.cortado.drawing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortado.api.blob.Shape;

/**
 * Numbers as a picture has room for.
 *
 * @param decimals the digits behind the point
 */
record Numerals(int decimals) {

  private static final int FEW = 6;
  private static final double LARGE = 1e5;

  /** The elements of a tensor by their index. */
  @FunctionalInterface
  interface Numbers {
    float at(int index);
  }

  /** Returns all numbers if they are few, a row a line, else what they are like. */
  List<String> lines(Shape shape, Numbers numbers) {
    int count = shape.count();
    if (count == 0 || count > FEW) {
      return List.of(count == 0 ? "nothing" : spread(count, numbers), ShapeText.of(shape));
    }
    if (count == 1) {
      return List.of(number(numbers.at(0)));
    }
    int columns = shape.dim(-1);
    return IntStream.range(0, count / columns)
        .mapToObj(row -> row(numbers, row * columns, columns))
        .toList();
  }

  private String row(Numbers numbers, int from, int columns) {
    return IntStream.range(from, from + columns)
        .mapToObj(i -> number(numbers.at(i)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String spread(int count, Numbers numbers) {
    double mean = IntStream.range(0, count).mapToDouble(numbers::at).average().orElse(0);
    double variance =
        IntStream.range(0, count)
            .mapToDouble(i -> Math.pow(numbers.at(i) - mean, 2))
            .average()
            .orElse(0);
    return number(mean) + " ± " + number(Math.sqrt(variance));
  }

  /** Returns a number in the lectures' manner, unless it would show as 0 or at great length. */
  String number(double value) {
    double size = Math.abs(value);
    boolean showsAsZero = size < Math.pow(10, -decimals) / 2;
    if (value != 0 && (showsAsZero || size >= LARGE)) {
      return String.format(Locale.ROOT, "%.0e", value).replaceFirst("e\\+?(-?)0*", "e$1");
    }
    return String.format(Locale.ROOT, "%." + decimals + "f", value == 0 ? 0 : value);
  }
}
