package org.cortado.layers.core.data;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.option.Help;

/**
 * Shows the rows of a file of comma-separated numbers.
 *
 * <ul>
 *   <li>top 0, {@code data}: {@code [batch x columns]}, times {@code scale}
 *   <li>top 1, {@code label}: {@code [batch]}, of {@code label_column}; without this top all
 *       columns are data
 *   <li>backward: none
 *   <li>parameters: none
 * </ul>
 *
 * <p>Set-up reads the first row, the first forward the rest; the numbers are held in memory. Empty
 * lines are passed over. A line with names, not numbers, is to be skipped by {@code skip_lines}.
 */
@LayerType(
    name = "Csv",
    bottoms = 0,
    maxTops = 2,
    topNames = {"data", "label"},
    backwardReads = {},
    differentiable = false)
@Help("shows the rows of a file of comma-separated numbers")
public final class CsvLayer extends BatchedLayer {

  private final CsvOptions options;

  @Inject
  CsvLayer(CsvOptions options, LayerContext context) {
    super(context, options.batches());
    this.options = options;
  }

  @Override
  Source open(int tops) {
    return new CsvSource(options, tops == 2);
  }

  @Override
  public List<Path> files() {
    return List.of(options.file());
  }
}
