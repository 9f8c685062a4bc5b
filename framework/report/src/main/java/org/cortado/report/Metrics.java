package org.cortado.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.DataException;

/**
 * What was measured in a run, in the order of iterations.
 *
 * @param phases the lines of each phase, and of each test
 * @param torn how many lines were left out, because they aren't whole
 */
record Metrics(Map<String, List<ObjectNode>> phases, int torn) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String WARNING = "warning";

  /** Copies the map. */
  Metrics {
    phases = Map.copyOf(phases);
  }

  /**
   * Reads a {@code metrics.jsonl}.
   *
   * <p>A process that was killed may have torn its last line. One that was resumed may have
   * repeated iterations; the later line counts. All warnings of an iteration do.
   *
   * @throws DataException if the file can't be read
   */
  static Metrics read(Path file) {
    Map<String, Map<Key, ObjectNode>> phases = new LinkedHashMap<>();
    int torn = 0;
    for (String text : lines(file)) {
      Optional<ObjectNode> line = line(text);
      line.ifPresent(
          whole ->
              phases
                  .computeIfAbsent(phase(whole), phase -> new LinkedHashMap<>())
                  .put(Key.of(whole), whole));
      torn += line.isPresent() ? 0 : 1;
    }
    Map<String, List<ObjectNode>> sorted = new LinkedHashMap<>();
    phases.forEach((phase, found) -> sorted.put(phase, inOrder(found)));
    return new Metrics(sorted, torn);
  }

  private static List<ObjectNode> inOrder(Map<Key, ObjectNode> lines) {
    return lines.entrySet().stream()
        .sorted(Comparator.comparingLong(line -> line.getKey().iteration()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** What tells lines of a phase apart: the words, too, where an iteration may have many lines. */
  private record Key(long iteration, String words) {

    static Key of(JsonNode line) {
      boolean warns = line.path("phase").asText().equals(WARNING);
      return new Key(line.path("iteration").asLong(), warns ? line.path("text").asText() : "");
    }
  }

  /** Not the JDK's way to read lines: half a letter at a torn end is no reason to give up. */
  private static List<String> lines(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new DataException("can't read " + file, e);
    }
  }

  private static Optional<ObjectNode> line(String text) {
    try {
      JsonNode line = JSON.readTree(text);
      boolean whole = line.path("phase").isTextual() && line.path("iteration").isIntegralNumber();
      return line instanceof ObjectNode object && whole ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Where there are several tests, each is a phase of its own: {@code test small}. */
  static String phase(JsonNode line) {
    String phase = line.path("phase").asText();
    return line.has("test") ? phase + " " + line.path("test").asText() : phase;
  }

  /** Returns the phases that have losses and outputs: training, then each test. */
  List<String> measured() {
    return phases.keySet().stream()
        .filter(phase -> phase.equals("train") || phase.startsWith("test"))
        .sorted(
            Comparator.comparing((String phase) -> !phase.equals("train"))
                .thenComparing(phase -> phase))
        .toList();
  }

  /** Returns the lines of a phase. */
  List<ObjectNode> phase(String phase) {
    return phases.getOrDefault(phase, List.of());
  }

  /** Returns the last line of a phase. */
  Optional<ObjectNode> last(String phase) {
    List<ObjectNode> lines = phase(phase);
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
  }

  /** Returns as many lines of a phase at most, evenly chosen, the first and the last among them. */
  List<ObjectNode> phase(String phase, int most) {
    List<ObjectNode> lines = phase(phase);
    if (lines.size() <= most) {
      return lines;
    }
    List<ObjectNode> chosen = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      chosen.add(lines.get((int) ((long) i * (lines.size() - 1) / (most - 1))));
    }
    return chosen;
  }
}
