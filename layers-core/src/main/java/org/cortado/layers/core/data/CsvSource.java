package org.cortado.layers.core.data;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.cortado.api.DataException;
import org.cortado.api.blob.Shape;

/** The rows of a CSV file, held as numbers. */
final class CsvSource implements Source {

  private final CsvOptions options;
  private final CsvColumns columns;
  private List<FloatList> values = List.of();

  /**
   * Opens the file and looks at its first row.
   *
   * @param labelled whether there is a second top, for the labels
   */
  CsvSource(CsvOptions options, boolean labelled) {
    this.options = options;
    columns = CsvColumns.of(options, labelled, width());
  }

  private int width() {
    try (CsvRows reader = CsvRows.open(options.file(), options.skipLines())) {
      if (!reader.hasNext()) {
        throw new DataException(
            "'%s' has no row behind the first %d lines"
                .formatted(options.file(), options.skipLines()));
      }
      return reader.next().size();
    }
  }

  /** Loads the file, for there is no other way to know. */
  @Override
  public int itemCount() {
    load();
    return values.get(0).size() / columns.byTop().get(0).size();
  }

  @Override
  public Shape itemShape(int top) {
    return columns.itemShape(top);
  }

  /** Called by the thread that loads and by the one that counts. */
  @Override
  public synchronized void load() {
    if (!values.isEmpty()) {
      return;
    }
    List<FloatList> read = Stream.generate(FloatList::new).limit(columns.byTop().size()).toList();
    try (CsvRows reader = CsvRows.open(options.file(), options.skipLines())) {
      while (reader.hasNext()) {
        add(reader, reader.next(), read);
      }
    }
    values = read;
  }

  private void add(CsvRows reader, CSVRecord row, List<FloatList> to) {
    if (row.size() != columns.width()) {
      throw reader.fault(
          "there are %d columns, but %d in the first row".formatted(row.size(), columns.width()));
    }
    for (int top = 0; top < to.size(); top++) {
      float scale = top == 0 ? options.scale() : 1;
      for (int column : columns.byTop().get(top)) {
        to.get(top).add(scale * reader.number(row, column));
      }
    }
  }

  @Override
  public void copy(int top, int item, float[] to, int at) {
    int length = columns.byTop().get(top).size();
    values.get(top).copy(item * length, to, at, length);
  }
}
