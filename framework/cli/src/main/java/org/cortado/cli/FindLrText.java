package org.cortado.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.cortado.engine.solver.RangeTest;
import org.cortado.engine.solver.RangeTestResult;
import org.cortado.engine.solver.RangeTestResult.Doubt;
import org.cortado.engine.solver.RangeTestResult.Point;
import org.cortado.engine.solver.RangeTestResult.Suggestion;
import org.cortado.report.DataPage;

/**
 * What came of a range test, in words, for JSON and as a page.
 *
 * @param file the solver's
 * @param net the net's name
 */
record FindLrText(Path file, String net, RangeTest test, RangeTestResult result) {

  private static final int ROWS = 10;

  /** Prints some of the points, and what they tell. */
  void print(Output output, Optional<Path> page) {
    Table table = new Table().rightAligned(0, 1, 2);
    table.add("RATE", "LOSS", "SMOOTHED", "");
    rows().forEach(point -> table.add(cells(point)));
    table.print("", output::say);
    sentences().forEach(output::say);
    page.ifPresent(written -> output.say("drawn on " + written));
    output.json(object(page));
  }

  private List<Point> rows() {
    int last = result.points().size() - 1;
    TreeSet<Integer> rows = new TreeSet<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(Math.round((float) last * i / (ROWS - 1)));
    }
    for (int i = 0; i <= last; i++) {
      if (!mark(result.points().get(i)).isEmpty()) {
        rows.add(i);
      }
    }
    return rows.stream().map(result.points()::get).toList();
  }

  private String[] cells(Point point) {
    return new String[] {
      Figures.number(point.rate()),
      Figures.number(point.loss()),
      Figures.number(point.smoothed()),
      mark(point)
    };
  }

  private String mark(Point point) {
    return result
        .suggestion()
        .map(
            suggestion ->
                (point.rate() == suggestion.steepest() ? "falls fastest " : "")
                    + (point.rate() == suggestion.lowest() ? "lowest" : ""))
        .orElse("");
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(end());
    sentences.add(
        result
            .suggestion()
            .map(FindLrText::words)
            .orElse("No rate to suggest: the loss never fell. Look at the net with 'overfit'."));
    result.suggestion().map(FindLrText::sureness).ifPresent(sentences::add);
    return sentences;
  }

  private String end() {
    String tried = "Tried %d of %d rates".formatted(result.points().size(), test.iterations());
    return switch (result.end()) {
      case ALL_TRIED -> tried + ".";
      case LOSS_TOO_HIGH -> tried + ": then the loss was more than 4 times its lowest.";
      case NOT_FINITE -> tried + ": then the loss was no number any more.";
    };
  }

  private static String words(Suggestion suggestion) {
    return ("Try base_lr %s: the loss fell fastest at %s,"
            + " and a tenth of the rate with the lowest is %s.")
        .formatted(
            Figures.number(suggestion.rate()),
            Figures.number(suggestion.steepest()),
            Figures.number(suggestion.tenthOfLowest()));
  }

  private static String sureness(Suggestion suggestion) {
    return suggestion.doubts().isEmpty()
        ? "That is fairly sure: the loss fell clearly, and rose again where the rate was too high."
        : "That is not sure: "
            + String.join("; ", suggestion.doubts().stream().map(FindLrText::words).toList())
            + ".";
  }

  private static String words(Doubt doubt) {
    return switch (doubt) {
      case SMALL_FALL -> "the loss fell by less than a tenth (more --iterations may help)";
      case NOISY ->
          "the batches differ almost as much as the loss fell (more --iterations or larger batches"
              + " may help)";
      case NO_LIMIT -> "no rate was too high for the loss (a higher --to may help)";
      case FAR_APART -> "the loss went on falling long after it fell fastest";
    };
  }

  private Map<String, Object> object(Optional<Path> page) {
    Map<String, Object> object = object();
    page.ifPresent(written -> object.put("file", written.toString()));
    return object;
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("solver", file.toString());
    object.put("net", net);
    object.put("from", test.from());
    object.put("to", test.to());
    object.put("iterations", test.iterations());
    object.put("end", result.end().name().toLowerCase(Locale.ROOT));
    result.suggestion().ifPresent(found -> object.put("suggestion", object(found)));
    object.put("points", result.points().stream().map(FindLrText::object).toList());
    return object;
  }

  private static Map<String, Object> object(Suggestion suggestion) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rate", suggestion.rate());
    object.put("steepest", suggestion.steepest());
    object.put("lowest", suggestion.lowest());
    object.put("tenth_of_lowest", suggestion.tenthOfLowest());
    object.put(
        "doubts",
        suggestion.doubts().stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList());
    return object;
  }

  private static Map<String, Object> object(Point point) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rate", point.rate());
    object.put("loss", point.loss());
    object.put("smoothed_loss", point.smoothed());
    return object;
  }

  /** Writes a page that draws it. */
  void draw(Path page) {
    Map<String, Object> object = object();
    object.put("sentences", sentences());
    object.put("too_high", RangeTest.TOO_HIGH);
    DataPage.RANGE.write(page, object);
  }
}
