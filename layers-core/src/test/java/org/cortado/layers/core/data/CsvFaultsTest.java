package org.cortado.layers.core.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFaultsTest {

  @TempDir Path folder;
  private final List<CsvLayer> layers = new ArrayList<>();

  @AfterEach
  void closeLayers() {
    layers.forEach(CsvLayer::close);
  }

  private Path file() {
    return folder.resolve("rows.csv");
  }

  private CsvOptions options(String text, int skipLines) throws IOException {
    Files.writeString(file(), text);
    return new CsvOptions(file(), 2, skipLines, -1, List.of(), 1, false);
  }

  private DataBench bench(CsvOptions options, int tops, Phase phase) {
    CsvLayer layer = new CsvLayer(options, DataBench.context(phase));
    layers.add(layer);
    return new DataBench(layer, tops);
  }

  private DataBench training(String text, int skipLines) throws IOException {
    return bench(options(text, skipLines), 2, Phase.TRAIN);
  }

  private void assertRefused(String text, String message) throws IOException {
    DataBench bench = training(text, 0);
    assertThatThrownBy(() -> bench.next(0))
        .isInstanceOf(DataException.class)
        .hasMessage("'" + file() + "'" + message);
  }

  @Test
  void namesLineColumnAndTextOfWhatIsNoNumber() throws IOException {
    assertRefused("1,2,0\n\n3,four,1\n", ", line 3: column 1, 'four', is not a number");
    assertRefused("1,2,0\n3,,1\n", ", line 2: column 1, '', is not a number");
  }

  @Test
  void countsSkippedLines() throws IOException {
    DataBench bench = training("x,y,class\n1,2,0\n3,4,?\n", 1);
    assertThatThrownBy(() -> bench.next(0))
        .hasMessage("'" + file() + "', line 3: column 2, '?', is not a number");
  }

  @Test
  void guessesThatAFirstRowOfNamesIsAHeader() throws IOException {
    assertRefused(
        "x,y,class\n1,2,0\n",
        ", line 1: column 0, 'x', is not a number; if the line is a header, let skip_lines pass"
            + " over it");
  }

  @Test
  void refusesNumbersThatAreNotFinite() throws IOException {
    assertRefused("1,NaN,0\n", ", line 1: column 1, 'NaN', is not a finite number");
    assertRefused("1,1e99,0\n", ", line 1: column 1, '1e99', is not a finite number");
  }

  @Test
  void refusesRowsOfAnotherWidth() throws IOException {
    assertRefused("1,2,0\n1,2\n", ", line 2: there are 2 columns, but 3 in the first row");
  }

  @Test
  void refusesAnOpenQuote() throws IOException {
    DataBench bench = training("1,2,0\n1,\"2,0\n", 0);
    assertThatThrownBy(() -> bench.next(0))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("'" + file() + "' can't be read: ");
  }

  @Test
  void refusesAFileWithoutRows() throws IOException {
    CsvOptions options = options("x,y,class\n", 1);
    assertThatThrownBy(() -> bench(options, 2, Phase.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage("'" + file() + "' has no row behind the first 1 lines");
  }

  @Test
  void refusesAMissingFile() {
    CsvOptions options = new CsvOptions(file(), 2, 0, -1, List.of(), 1, false);
    assertThatThrownBy(() -> bench(options, 2, Phase.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage("there is no file '" + file() + "'");
  }

  @Test
  void refusesColumnsThatThereAreNot() throws IOException {
    options("1,2,0\n", 0);
    assertColumnsRefused(3, List.of(), "label_column is 3, but the file has 3 columns");
    assertColumnsRefused(-1, List.of(0, -4), "columns is -4, but the file has 3 columns");
  }

  private void assertColumnsRefused(int label, List<Integer> columns, String message) {
    CsvOptions options = new CsvOptions(file(), 1, 0, label, columns, 1, false);
    assertThatThrownBy(() -> bench(options, 2, Phase.TRAIN))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage(message);
  }

  @Test
  void refusesALabelWithoutData() throws IOException {
    CsvOptions options = options("1\n2\n", 0);
    assertThatThrownBy(() -> bench(options, 2, Phase.TRAIN))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("the file has a single column, the label, and no data");
  }
}
