package org.cortado.layers.core.data;

import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;

/**
 * Which columns of a row go where, counted from 0.
 *
 * @param width the number of columns of a row
 * @param byTop the columns that each top shows
 */
record CsvColumns(int width, List<List<Integer>> byTop) {

  /** Chooses the columns of rows of a width. */
  static CsvColumns of(CsvOptions options, boolean labelled, int width) {
    if (!labelled) {
      return new CsvColumns(width, List.of(data(options, width, width)));
    }
    int label = column("label_column", options.labelColumn(), width);
    return new CsvColumns(width, List.of(data(options, width, label), List.of(label)));
  }

  private static List<Integer> data(CsvOptions options, int width, int label) {
    List<Integer> chosen =
        options.columns().isEmpty()
            ? IntStream.range(0, width).filter(column -> column != label).boxed().toList()
            : options.columns().stream().map(at -> column("columns", at, width)).toList();
    if (chosen.isEmpty()) {
      throw new InvalidLayerException("the file has a single column, the label, and no data");
    }
    return chosen;
  }

  private static int column(String option, int column, int width) {
    if (column < -width || column >= width) {
      throw new InvalidLayerException(
          "%s is %d, but the file has %d columns".formatted(option, column, width));
    }
    return column < 0 ? column + width : column;
  }

  /** Returns {@code [columns]} for data and {@code []} for the label. */
  Shape itemShape(int top) {
    return top == 0 ? Shape.of(byTop.get(0).size()) : Shape.of();
  }
}
