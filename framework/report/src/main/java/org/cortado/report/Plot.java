package org.cortado.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cortado.engine.solver.RunFolder;

/** Several runs on one page: their curves in one chart each, and what differs between them. */
public final class Plot {

  private static final int MOST_LINES = 2000;
  private static final Set<String> NO_METRICS = Set.of("iteration", "phase", "test", "items");

  private final List<Run> runs;
  private final Set<String> metrics;

  private Plot(List<Run> runs, Set<String> metrics) {
    this.runs = runs;
    this.metrics = metrics;
  }

  /**
   * Reads the folders of runs.
   *
   * @throws org.cortado.api.DataException if the metrics of one can't be read
   */
  public static Plot of(List<RunFolder> folders) {
    List<Run> runs = folders.stream().map(Run::read).toList();
    Set<String> metrics = new LinkedHashSet<>();
    runs.stream()
        .flatMap(Plot::curves)
        .forEach(line -> line.fieldNames().forEachRemaining(metrics::add));
    metrics.removeAll(NO_METRICS);
    return new Plot(runs, metrics);
  }

  private static Stream<ObjectNode> curves(Run run) {
    return run.metrics().measured().stream().flatMap(phase -> run.metrics().phase(phase).stream());
  }

  /** Returns what there are curves of: {@code loss}, {@code learning_rate}, {@code accuracy}. */
  public Set<String> metrics() {
    return metrics;
  }

  /** Returns this plot with curves of some metrics alone. */
  public Plot only(Collection<String> wanted) {
    return new Plot(runs, new LinkedHashSet<>(wanted));
  }

  /**
   * Writes the page.
   *
   * @throws java.io.UncheckedIOException if that is impossible
   */
  public void write(Path file) {
    new Page("plot.js").write(file, data());
  }

  private ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    metrics.forEach(data.putArray("metrics")::add);
    ArrayNode shown = data.putArray("runs");
    for (Run run : runs) {
      ObjectNode object = shown.addObject();
      object.put("name", name(run));
      object.put("net", run.netName());
      ObjectNode phases = object.putObject("phases");
      for (String phase : run.metrics().measured()) {
        ArrayNode lines = phases.putArray(phase);
        run.metrics().phase(phase, MOST_LINES).forEach(lines::add);
      }
    }
    addDifferences(data.putArray("solver_differences"), Run::solver);
    addDifferences(data.putArray("net_differences"), Run::net);
    return data;
  }

  /** Two runs may lie in folders of one name. */
  private String name(Run run) {
    boolean alone = runs.stream().filter(each -> each.name().equals(run.name())).count() == 1;
    return alone ? run.name() : run.folder().path().toString();
  }

  private void addDifferences(ArrayNode rows, Function<Run, Optional<Definition>> part) {
    List<Optional<Definition>> definitions = runs.stream().map(part).toList();
    Set<String> paths = new LinkedHashSet<>();
    definitions.forEach(each -> each.ifPresent(one -> paths.addAll(one.values().keySet())));
    for (String path : paths) {
      List<Optional<String>> values = new ArrayList<>();
      definitions.forEach(each -> values.add(each.flatMap(one -> one.value(path))));
      if (new HashSet<>(values).size() > 1) {
        ObjectNode row = rows.addObject().put("path", path);
        ArrayNode cells = row.putArray("values");
        values.forEach(value -> cells.add(value.orElse("")));
      }
    }
  }
}
