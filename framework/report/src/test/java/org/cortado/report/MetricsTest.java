package org.cortado.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortado.api.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

  @TempDir private Path folder;

  private Metrics read(String... lines) throws IOException {
    Path file = folder.resolve("metrics.jsonl");
    Files.writeString(file, String.join("\n", lines));
    return Metrics.read(file);
  }

  private static String line(int iteration, double loss) {
    return "{\"iteration\":" + iteration + ",\"phase\":\"train\",\"loss\":" + loss + "}";
  }

  private static List<Integer> iterations(List<? extends JsonNode> lines) {
    return lines.stream().map(line -> line.get("iteration").intValue()).toList();
  }

  @Test
  void keepsPhasesApart() throws IOException {
    Metrics metrics = read(line(1, 0.5), "{\"iteration\":1,\"phase\":\"test\"}", line(2, 0.25));
    assertThat(iterations(metrics.phase("train"))).containsExactly(1, 2);
    assertThat(iterations(metrics.phase("test"))).containsExactly(1);
    assertThat(metrics.phase("confusion")).isEmpty();
    assertThat(metrics.torn()).isZero();
  }

  @Test
  void keepsTestsApart() throws IOException {
    Metrics metrics =
        read(
            "{\"iteration\":1,\"phase\":\"test\",\"test\":\"small\"}",
            "{\"iteration\":1,\"phase\":\"test\",\"test\":\"large\"}",
            line(1, 0.5));
    assertThat(metrics.measured()).containsExactly("train", "test large", "test small");
    assertThat(metrics.phase("test small")).hasSize(1);
  }

  @Test
  void leavesATornLineOut() throws IOException {
    Metrics metrics = read(line(1, 0.5), "{\"iteration\":2,\"phase\":\"tr");
    assertThat(iterations(metrics.phase("train"))).containsExactly(1);
    assertThat(metrics.torn()).isEqualTo(1);
  }

  @Test
  void leavesLinesOutThatAreNoMetrics() throws IOException {
    Metrics metrics = read("7", "{}", "{\"iteration\":\"2\",\"phase\":\"train\"}", "");
    assertThat(metrics.phases()).isEmpty();
    assertThat(metrics.torn()).isEqualTo(3);
  }

  @Test
  void endsInHalfALetter() throws IOException {
    Path file = folder.resolve("metrics.jsonl");
    byte[] whole = (line(1, 0.5) + "\n{\"ü").getBytes(StandardCharsets.UTF_8);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertThat(iterations(Metrics.read(file).phase("train"))).containsExactly(1);
  }

  @Test
  void takesTheLaterOfTwoLinesForOneIterationAsAResumedRunWritesThem() throws IOException {
    Metrics metrics = read(line(1, 0.5), line(3, 0.125), line(1, 0.25), line(2, 0.25));
    assertThat(iterations(metrics.phase("train"))).containsExactly(1, 2, 3);
    assertThat(metrics.phase("train").get(0).get("loss").doubleValue()).isEqualTo(0.25);
    assertThat(metrics.last("train").orElseThrow().get("loss").doubleValue()).isEqualTo(0.125);
  }

  @Test
  void keepsEachWarningOfAnIterationOnceAsTheyCame() throws IOException {
    String dead = "{\"iteration\":5,\"phase\":\"warning\",\"text\":\"units are dead\"}";
    String equal = "{\"iteration\":5,\"phase\":\"warning\",\"text\":\"all weights are equal\"}";
    String first = "{\"iteration\":1,\"phase\":\"warning\",\"text\":\"the loss is odd\"}";
    assertThat(read(dead, equal, first, dead).phase("warning"))
        .extracting(line -> line.get("text").textValue())
        .containsExactly("the loss is odd", "units are dead", "all weights are equal");
  }

  @Test
  void choosesEvenlyWithTheFirstAndTheLast() throws IOException {
    Metrics metrics =
        read(
            IntStream.rangeClosed(0, 100)
                .mapToObj(i -> line(i, 0))
                .collect(Collectors.joining("\n")));
    assertThat(iterations(metrics.phase("train", 5))).containsExactly(0, 25, 50, 75, 100);
    assertThat(metrics.phase("train", 101)).hasSize(101);
  }

  @Test
  void saysWhichFileCannotBeRead() {
    Path file = folder.resolve("none.jsonl");
    assertThatThrownBy(() -> Metrics.read(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(file.toString());
  }
}
