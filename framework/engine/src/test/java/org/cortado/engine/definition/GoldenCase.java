package org.cortado.engine.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A text and the messages that must come of reading it, from a file of such cases.
 *
 * @param title what the case is about, a line that begins with {@code ##}
 * @param yaml the text
 * @param messages the lines that begin with {@code >>}
 */
record GoldenCase(String title, String yaml, List<String> messages) {

  private static final String EXPECTED = ">> ";

  GoldenCase {
    messages = List.copyOf(messages);
  }

  static Stream<GoldenCase> in(String resource) {
    return Arrays.stream(text(resource).split("(?m)^## ", -1)).skip(1).map(GoldenCase::of);
  }

  static String text(String resource) {
    try (InputStream stream = GoldenCase.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(stream, resource).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static GoldenCase of(String section) {
    List<String> lines = section.lines().toList();
    List<String> yaml = lines.stream().skip(1).filter(line -> !line.startsWith(EXPECTED)).toList();
    List<String> messages =
        lines.stream()
            .filter(line -> line.startsWith(EXPECTED))
            .map(line -> line.substring(EXPECTED.length()))
            .toList();
    return new GoldenCase(lines.get(0), visible(yaml), messages);
  }

  private static String visible(List<String> lines) {
    String text = String.join("\n", lines).stripTrailing() + "\n";
    return text.replace('⇥', '\t').replace('␇', '\u0007');
  }

  @Override
  public String toString() {
    return title;
  }
}
