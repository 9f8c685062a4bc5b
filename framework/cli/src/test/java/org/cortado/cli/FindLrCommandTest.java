package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindLrCommandTest {

  /** Two of six rows are on the wrong side, so that no rate is right for all of them. */
  private static final String MIXED = "1,0,0\n2,0.5,0\n-1,0,1\n-2,1,1\n3,0,1\n-1.5,2,0\n";

  @TempDir private Path folder;
  private Path solver = Path.of("");

  @BeforeEach
  void writeSolver() {
    solver = TinyNets.solver(folder);
    TinyNets.write(folder.resolve("rows.csv"), MIXED);
  }

  private Invocation find(Object... arguments) {
    Stream<Object> all =
        Stream.concat(
            Stream.of("find-lr", solver, "--backend", "portable", "--threads", 1),
            Stream.of(arguments));
    return Invocation.of(all.toArray());
  }

  @Test
  void suggestsARate() {
    Invocation found = find("--to", 1e4);
    assertThat(found.code()).isEqualTo(ExitCode.GOOD);
    assertThat(found.out())
        .contains("falls fastest", "lowest", "Tried ", "Try base_lr ", "That is ")
        .contains("1.00e-07");
    assertThat(found.out().lines()).hasSizeLessThan(17);
  }

  @Test
  void saysTheSameInJson() {
    JsonNode found = find("--to", 1e4, "--json").json();
    assertThat(found.get("net").textValue()).isEqualTo("tiny");
    assertThat(found.get("end").textValue()).isEqualTo("loss_too_high");
    JsonNode suggestion = found.get("suggestion");
    List<Double> rates =
        found.get("points").findValuesAsText("rate").stream().map(Double::valueOf).toList();
    assertThat(rates).isSorted().startsWith(1e-7).hasSizeLessThan(100);
    assertThat(rates)
        .contains(suggestion.get("steepest").doubleValue(), suggestion.get("lowest").doubleValue());
    assertThat(suggestion.get("steepest").doubleValue()).isBetween(1e-2, 1e2);
  }

  @Test
  void sinksInTheSolversOwnRateAndPolicy() {
    Invocation plain = find("--json");
    assertThat(find("--json", "--set", "base_lr=7", "--set", "lr_policy={type: poly}").out())
        .isEqualTo(plain.out());
    assertThat(find("--json").out()).isEqualTo(plain.out());
    assertThat(find("--json", "--seed", 2).out()).isNotEqualTo(plain.out());
  }

  @Test
  void saysWhereNoRateWasTooHigh() {
    Invocation found = find("--to", 0.5, "--iterations", 40);
    assertThat(found.out())
        .contains("Tried 40 of 40 rates.", "not sure", "no rate was too high for the loss");
  }

  @Test
  void suggestsNothingWhereTheLossNeverFalls() {
    Invocation found = find("--from", 1e3, "--to", 1e6);
    assertThat(found.code()).isEqualTo(ExitCode.GOOD);
    assertThat(found.out()).contains("No rate to suggest: the loss never fell.");
    assertThat(find("--from", 1e3, "--to", 1e6, "--json").json().has("suggestion")).isFalse();
  }

  @Test
  void endsWithFiveIfTheFirstLossIsNoNumber() {
    Invocation found =
        find("--set", "net.layers.scores.options.weight_filler={type: constant, value: 3.0e+38}");
    assertThat(found.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(found.err()).startsWith("iteration 1: the loss is NaN");
  }

  @Test
  void endsWellIfALaterLossIsNoNumber() {
    Invocation found = find("--from", 1e39, "--to", 1e40, "--iterations", 3);
    assertThat(found.code()).isEqualTo(ExitCode.GOOD);
    assertThat(found.out()).contains("then the loss was no number any more");
  }

  @Test
  void leavesNothingBehindButThePage() throws IOException {
    Map<Path, String> before = contents();
    assertThat(find().code()).isEqualTo(ExitCode.GOOD);
    assertThat(contents()).isEqualTo(before);
    Path page = folder.resolve("page.html");
    Invocation drawn = find("--plot", page);
    assertThat(drawn.out()).endsWith("drawn on " + page + "\n");
    assertThat(page).content().contains("\"smoothed_loss\":");
    Files.delete(page);
    assertThat(contents()).isEqualTo(before);
  }

  private Map<Path, String> contents() throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file, Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void refusesANetWithoutALoss() {
    TinyNets.write(
        folder.resolve("tiny.yaml"),
        "layers:\n"
            + "  - {name: rows, type: Csv, top: [x, label], options: {file: rows.csv, batch_size:"
            + " 4}}\n");
    Invocation found = find();
    assertThat(found.code()).isEqualTo(ExitCode.USAGE);
    assertThat(found.err()).contains("has no loss in the train phase");
  }

  @ParameterizedTest
  @CsvSource({"--from, 0", "--from, 20", "--to, 1e-9", "--to, Infinity", "--iterations, 1"})
  void refusesRangesThatAreNone(String option, String value) {
    Invocation found = find(option, value);
    assertThat(found.code()).isEqualTo(ExitCode.USAGE);
    assertThat(found.err()).contains(" must be ");
  }
}
