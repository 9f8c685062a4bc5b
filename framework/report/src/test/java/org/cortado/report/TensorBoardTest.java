package org.cortado.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.engine.solver.Observation;
import org.cortado.engine.solver.RunFolder;
import org.cortado.engine.solver.TestReport;
import org.cortado.engine.solver.TestResult;
import org.cortado.engine.solver.TrainReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardTest {

  private static final Clock NOON =
      Clock.fixed(Instant.ofEpochMilli(1_700_000_000_500L), ZoneOffset.UTC);

  @TempDir private Path folder;

  private TensorBoard begin() {
    return new TensorBoard(folder.resolve("events"), NOON);
  }

  private List<EventReader.Message> events() throws IOException {
    return EventReader.read(folder.resolve("events/events.out.tfevents.1700000000.cortado"));
  }

  @Test
  void beginsWithItsVersion() throws IOException {
    begin().close();
    assertThat(events()).hasSize(1);
    assertThat(events().get(0).text(3)).isEqualTo("brain.Event:2");
  }

  @Test
  void writesNumbersWithTheirTimeAndTheirStep() throws IOException {
    try (TensorBoard board = begin()) {
      board.displayed(new TrainReport(100, 0.5, 0.25, Map.of("top", 0.75)));
      board.tested(
          new TestReport("test", 3000, new TestResult(2.5, Map.of("accuracy", 0.125), 10)));
    }
    EventReader.Message train = events().get(1);
    assertThat(train.all(1)).containsExactly(1_700_000_000.5);
    assertThat(train.all(2)).containsExactly(100L);
    assertThat(numbers(train))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("train/loss", 0.5f, "train/learning_rate", 0.25f, "train/top", 0.75f));
    assertThat(events().get(2).all(2)).containsExactly(3000L);
    assertThat(numbers(events().get(2)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("test/loss", 2.5f, "test/accuracy", 0.125f));
  }

  @Test
  void keepsTestsApart() throws IOException {
    try (TensorBoard board = begin()) {
      board.tested(new TestReport("small", 1, new TestResult(2.5, Map.of(), 10)));
    }
    assertThat(numbers(events().get(1))).containsExactlyEntriesOf(Map.of("test/small/loss", 2.5f));
  }

  private static Map<String, Object> numbers(EventReader.Message event) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    event.values().forEach(value -> numbers.put(value.text(1), value.all(2).get(0)));
    return numbers;
  }

  @Test
  void writesNormsOfEachParameter() throws IOException {
    try (TensorBoard board = begin()) {
      Map<String, Object> norms = Map.of("conv1.0", Map.of("weight_norm", 2, "gradient_norm", 3));
      board.observed(new Observation(7, "parameters", Map.of("parameters", norms)));
    }
    assertThat(numbers(events().get(1)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("parameters/conv1.0/weight_norm", 2f, "parameters/conv1.0/gradient_norm", 3f));
  }

  @Test
  void writesSpreadsAsHistograms() throws IOException {
    try (TensorBoard board = begin()) {
      Map<String, Object> spread =
          Map.of("min", -1, "max", 3, "mean", 0.5, "zeros", 0.25, "counts", List.of(5, 0, 2, 1));
      board.observed(new Observation(7, "activations", Map.of("layers", Map.of("ip", spread))));
    }
    EventReader.Message event = events().get(1);
    assertThat(event.value("activations/ip/zeros").all(2)).containsExactly(0.25f);
    EventReader.Message histogram = event.value("activations/ip").message(5);
    assertThat(histogram.all(1)).containsExactly(-1.0);
    assertThat(histogram.all(2)).containsExactly(3.0);
    assertThat(histogram.all(3)).containsExactly(8.0);
    assertThat(histogram.all(4)).containsExactly(4.0);
    assertThat(histogram.doubles(6)).containsExactly(0.0, 1.0, 2.0, 3.0);
    assertThat(histogram.doubles(7)).containsExactly(5.0, 0.0, 2.0, 1.0);
  }

  @Test
  void passesOverWhatItCannotShow() throws IOException {
    try (TensorBoard board = begin()) {
      board.observed(new Observation(7, "mistakes", Map.of("items", List.of())));
    }
    assertThat(events()).hasSize(1);
  }

  @Test
  void exportsARunInTheOrderOfItsIterations() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(run.resolve("manifest.json"), "{\"started\":\"2023-11-14T22:13:20Z\"}");
    Files.writeString(
        run.resolve("metrics.jsonl"),
        """
        {"iteration":0,"phase":"test","loss":3}
        {"iteration":1,"phase":"train","loss":2}
        {"iteration":2,"phase":"test","loss":1}
        """);
    Path file = TensorBoard.export(RunFolder.measured(run), folder.resolve("events"));
    assertThat(file).isEqualTo(folder.resolve("events/events.out.tfevents.1700000000.cortado"));
    assertThat(events()).hasSize(4);
    assertThat(numbers(events().get(1))).containsEntry("test/loss", 3f);
    assertThat(numbers(events().get(2))).containsEntry("train/loss", 2f);
    assertThat(numbers(events().get(3))).containsEntry("test/loss", 1f);
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Files.writeString(folder.resolve("events"), "a file");
    assertThatThrownBy(this::begin)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(folder.resolve("events").toString());
  }
}
