package org.cortado.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Makes a summary of a line of metrics: {@code test/accuracy}, {@code parameters/conv1.0/…}. */
final class MetricsSummary {

  private MetricsSummary() {}

  /** Returns that of a line, which is empty where TensorBoard could show nothing of it. */
  static SummaryMessage of(JsonNode line) {
    SummaryMessage summary = new SummaryMessage();
    String phase = line.path("phase").asText();
    switch (phase) {
      case "parameters" ->
          line.path("parameters")
              .properties()
              .forEach(each -> addNumbers(summary, tag(phase, each.getKey()), each.getValue()));
      case "activations" ->
          line.path("layers")
              .properties()
              .forEach(each -> addSpread(summary, tag(phase, each.getKey()), each.getValue()));
      default -> addNumbers(summary, Metrics.phase(line).replaceFirst(" ", "/"), line);
    }
    return summary;
  }

  private static String tag(String above, String name) {
    return above + "/" + name;
  }

  private static void addNumbers(SummaryMessage summary, String tag, JsonNode values) {
    values
        .properties()
        .forEach(
            each -> {
              if (each.getValue().isNumber() && !each.getKey().equals("iteration")) {
                summary.add(tag(tag, each.getKey()), each.getValue().doubleValue());
              }
            });
  }

  private static void addSpread(SummaryMessage summary, String tag, JsonNode spread) {
    List<Long> counts = new ArrayList<>();
    spread.path("counts").forEach(count -> counts.add(count.longValue()));
    summary.add(
        tag,
        new SummaryMessage.Histogram(
            spread.path("min").doubleValue(),
            spread.path("max").doubleValue(),
            spread.path("mean").doubleValue(),
            counts));
    summary.add(tag(tag, "zeros"), spread.path("zeros").doubleValue());
  }
}
