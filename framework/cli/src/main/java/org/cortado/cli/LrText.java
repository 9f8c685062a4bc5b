package org.cortado.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.rate.Schedule;
import org.cortado.engine.solver.SchedulePreview;
import org.cortado.report.DataPage;

/**
 * The learning rate of a training, in words, for JSON and as a page.
 *
 * @param file the solver's
 * @param every how many iterations lie between two rows, if that was asked for
 */
record LrText(Path file, SchedulePreview preview, Optional<Long> every) {

  private static final int MOST_ROWS = 20;
  private static final int MOST_POINTS = 2000;

  /** Prints a row for each point that tells something, and what else is to be said. */
  void print(Output output, Optional<Path> page) {
    boolean hasEpochs = epochs(1).isPresent();
    Table table = new Table().rightAligned(0, hasEpochs ? 1 : 0);
    table.add(hasEpochs ? new String[] {"ITERATION", "EPOCH", "RATE"} : cells("ITERATION", "RATE"));
    for (Schedule.Point point : rows()) {
      String iteration = Figures.count(point.iteration());
      String rate = Figures.number(point.rate());
      Optional<String> epoch = epochs(point.iteration()).map(Figures::number);
      table.add(
          epoch.map(each -> cells(iteration, each, rate)).orElseGet(() -> cells(iteration, rate)));
    }
    table.print("", output::say);
    notes().forEach(output::say);
    page.ifPresent(written -> output.say("drawn on " + written));
    output.json(object(page));
  }

  private static String[] cells(String... cells) {
    return cells;
  }

  private List<Schedule.Point> rows() {
    return every
        .map(preview.schedule()::every)
        .orElseGet(() -> preview.schedule().outline(MOST_ROWS));
  }

  private Optional<Double> epochs(long iterations) {
    return preview.pace().epochs(iterations);
  }

  private List<String> notes() {
    List<String> metrics = metrics();
    return metrics.isEmpty()
        ? List.of()
        : List.of(
            "The rate depends on %s as well: this is how it goes if that gets better all the time."
                .formatted(String.join(", ", metrics)));
  }

  private List<String> metrics() {
    return preview.schedule().policy().metrics().stream().distinct().toList();
  }

  private Map<String, Object> object(Optional<Path> page) {
    Map<String, Object> object = object();
    page.ifPresent(written -> object.put("file", written.toString()));
    return object;
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("solver", file.toString());
    object.put("iterations", preview.schedule().length());
    epochs(preview.schedule().length()).ifPresent(epochs -> object.put("epochs", epochs));
    object.put("depends_on", metrics());
    List<Object> points = new ArrayList<>();
    rows().forEach(point -> points.add(object(point)));
    object.put("points", points);
    return object;
  }

  private Map<String, Object> object(Schedule.Point point) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("iteration", point.iteration());
    epochs(point.iteration()).ifPresent(epoch -> object.put("epoch", epoch));
    object.put("rate", point.rate());
    return object;
  }

  /** Writes a page that draws it, all rows included. */
  void draw(Path page) {
    Map<String, Object> object = object();
    object.put("notes", notes());
    object.put(
        "curve",
        preview.schedule().outline(MOST_POINTS).stream()
            .map(point -> List.of(point.iteration(), point.rate()))
            .toList());
    DataPage.SCHEDULE.write(page, object);
  }
}
