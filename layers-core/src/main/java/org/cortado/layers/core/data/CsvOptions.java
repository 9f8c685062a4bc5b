package org.cortado.layers.core.data;

import java.nio.file.Path;
import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a net file says of a {@code Csv}. */
public record CsvOptions(
    @Help("the CSV file, plain or gzipped") Path file,
    @Range(min = 1) @Help("the number of rows in a batch") int batchSize,
    @Default("0") @Range(min = 0) @Help("how many lines stand before the first row") int skipLines,
    @Default("-1") @Help("the column of the second top, from 0; negative ones count from the end")
        int labelColumn,
    @Help("the columns of the first top, from 0; all but label_column if none are given")
        List<Integer> columns,
    @Default("1") @Help("what each number of the first top is multiplied by") float scale,
    @Default("false") @Help("whether each round has an order of its own") boolean shuffle) {

  /** Copies the list. */
  public CsvOptions {
    columns = List.copyOf(columns);
  }

  BatchOptions batches() {
    return new BatchOptions(batchSize, shuffle);
  }
}
