package org.cortado.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

  /** Ten times what it takes, for machines that do something else besides. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final int SIZE = 4_000_000;

  @Test
  void takesAHundredListsInOneAnother() {
    assertThat(message("[".repeat(100) + "]".repeat(100))).isEmpty();
  }

  @Test
  void refusesMore() {
    assertThat(message("[".repeat(101) + "]".repeat(101)))
        .isEqualTo("f:1:101: lists and maps stand more than 100 deep in one another");
  }

  @Test
  void takesALineOfTwentyThousandCharacters() {
    assertThat(message("'" + "x".repeat(19_997) + "'")).isEmpty();
  }

  @Test
  void refusesALongerOne() {
    assertThat(message("a: b\n'" + "x".repeat(19_999) + "'"))
        .isEqualTo("f:2:20001: the line has more than 20000 characters");
  }

  @Test
  void refusesMoreValuesThanAnybodyWrites() {
    assertThat(message("- [1, 1, 1]\n".repeat(50_001)))
        .isEqualTo("f:50000:10: the file has more than 200000 keys and values");
  }

  @Test
  void refusesMoreLinesThanAnybodyWrites() {
    assertThat(message("#\n".repeat(200_000)))
        .isEqualTo("f:200001:1: the file has more than 200000 lines");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[", "{", "- ", "x", " ", ":", ": ", "#", "'", "\"", "&a ", "!", "%41", "?", "|", "9", "[]",
        "\n", "a: 1\n", "- 1\n", " x\n", "---\n", "{a: ", "[a, ", "\\n", "\r"
      })
  void refusesAnEndlessRunInNoTime(String piece) {
    String text = piece.repeat(SIZE / piece.length());
    assertTimeout(SOON, () -> assertThat(message(text)).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"- %s\n", "- '%s'\n", "- &%s\n", "- !%s 1\n", "#%s\n", " %s\n"})
  void readsOrRefusesTheLongestLinesInNoTime(String line) {
    String text = line.formatted("x".repeat(19_990)).repeat(100);
    assertTimeout(SOON, () -> message(text));
  }

  @Test
  void givesUpOnceNobodyWouldReadOn() {
    Problems problems = new Problems();
    String text = "a: 1\n".repeat(100_000);
    assertTimeout(SOON, () -> new YamlReader().readText(text, "f", problems));
    assertThat(problems.count()).isEqualTo(Problems.MOST);
  }

  private static String message(String text) {
    Problems problems = new Problems();
    new YamlReader().readText(text, "f", problems);
    return problems.isEmpty() ? "" : problems.sorted().get(0).toString();
  }
}
