package org.cortado.layers.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLayerTest extends LayerContract {

  private static final String FLOWERS = "150,2,setosa\n1,2,0\n3,4,1\n5,6,2\n";

  @TempDir Path folder;
  private final List<CsvLayer> layers = new ArrayList<>();

  @Override
  protected Stream<Case> cases() {
    try {
      options(FLOWERS, 1);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    Case rows = layer("Csv").option("file", file()).option("batch_size", 2).option("skip_lines", 1);
    return Stream.of(rows, rows.tops(2), rows.tops(2).option("shuffle", true).phase(Phase.TEST));
  }

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

  @Test
  void showsAllColumnsButTheLastAsDataAndTheLastAsLabel() throws IOException {
    DataBench bench = training(FLOWERS, 1);
    assertThat(bench.top(0).shape()).isEqualTo(Shape.of(2, 2));
    assertThat(bench.top(1).shape()).isEqualTo(Shape.of(2));
    assertThat(bench.next(0)).containsExactly(1f, 2f, 3f, 4f);
    assertThat(DataBench.values(bench.top(1))).containsExactly(0f, 1f);
  }

  @Test
  void endsARoundOfTheTestPhaseWithAShortBatch() throws IOException {
    DataBench bench = bench(options(FLOWERS, 1), 2, Phase.TEST);
    assertThat(bench.batches(3))
        .containsExactly(List.of(1f, 2f, 3f, 4f), List.of(5f, 6f), List.of(1f, 2f, 3f, 4f));
  }

  @Test
  void showsAllColumnsWhereThereIsNoSecondTop() throws IOException {
    DataBench bench = bench(options(FLOWERS, 1), 1, Phase.TRAIN);
    assertThat(bench.next(0)).containsExactly(1f, 2f, 0f, 3f, 4f, 1f);
  }

  @Test
  void takesTheLabelFromAnyColumn() throws IOException {
    CsvOptions plain = options("7,1,2\n8,3,4\n", 0);
    CsvOptions first = new CsvOptions(plain.file(), 2, 0, 0, List.of(), 1, false);
    DataBench bench = bench(first, 2, Phase.TRAIN);
    assertThat(bench.next(0)).containsExactly(1f, 2f, 3f, 4f);
    assertThat(DataBench.values(bench.top(1))).containsExactly(7f, 8f);
  }

  @Test
  void choosesColumnsInTheGivenOrder() throws IOException {
    CsvOptions plain = options("7,1,2\n8,3,4\n", 0);
    CsvOptions chosen = new CsvOptions(plain.file(), 2, 0, -1, List.of(-2, 0), 10, false);
    DataBench bench = bench(chosen, 2, Phase.TRAIN);
    assertThat(bench.next(0)).containsExactly(10f, 70f, 30f, 80f);
    assertThat(DataBench.values(bench.top(1))).containsExactly(2f, 4f);
  }

  @Test
  void readsSpacesQuotesEmptyLinesAndWindowsLineEnds() throws IOException {
    DataBench bench = training("\r\n 1 ,\"2\",0\r\n\r\n-1e-3, .5 ,1", 0);
    assertThat(bench.next(0)).containsExactly(1f, 2f, -1e-3f, .5f);
  }

  @Test
  void unpacksByContent() throws IOException {
    IdxBytes.writeZipped(file(), FLOWERS.getBytes(StandardCharsets.UTF_8));
    CsvOptions options = new CsvOptions(file(), 1, 1, -1, List.of(), 1, false);
    assertThat(bench(options, 2, Phase.TRAIN).next(0)).containsExactly(1f, 2f);
  }

  @Test
  void countsItsRows() throws IOException {
    CsvLayer layer = new CsvLayer(options(FLOWERS, 1), DataBench.context(Phase.TRAIN));
    layers.add(layer);
    DataBench bench = new DataBench(layer, 2);
    assertThat(layer.itemCount()).isEqualTo(3);
    assertThat(bench.next(0)).containsExactly(1f, 2f, 3f, 4f);
  }

  @Test
  void shufflesRowsWithTheirLabels() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      rows.append(i).append(',').append(i).append('\n');
    }
    options(rows.toString(), 0);
    DataBench bench = bench(new CsvOptions(file(), 20, 0, -1, List.of(), 1, true), 2, Phase.TRAIN);
    List<Float> data = bench.next(0);
    assertThat(data).isEqualTo(DataBench.values(bench.top(1))).doesNotHaveDuplicates();
    assertThat(data).isNotEqualTo(data.stream().sorted().toList());
  }
}
