package org.cortado.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.engine.solver.Observation;
import org.cortado.engine.solver.RunFolder;
import org.cortado.engine.solver.SolverListener;
import org.cortado.engine.solver.TestReport;
import org.cortado.engine.solver.TrainReport;

/**
 * Writes what is measured in a training to a TensorBoard event file: numbers as scalars, spreads of
 * activations as histograms.
 */
public final class TensorBoard implements SolverListener, AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final double MILLIS = 1e-3;

  private final Clock clock;
  private final Path file;
  private final EventFile events;

  /**
   * Begins an event file of its own name.
   *
   * @param folder where it goes; made if need be
   * @param clock tells when something was measured
   * @throws UncheckedIOException if that is impossible
   */
  public TensorBoard(Path folder, Clock clock) {
    this.clock = clock;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("can't make the folder " + folder, e);
    }
    file = folder.resolve("events.out.tfevents." + clock.instant().getEpochSecond() + ".cortado");
    events = new EventFile(file, seconds());
  }

  /**
   * Writes what a run has measured; a run doesn't keep when, so that it all has the time of its
   * beginning.
   *
   * @return the event file
   * @throws org.cortado.api.DataException if the run's metrics can't be read
   */
  public static Path export(RunFolder run, Path folder) {
    Run read = Run.read(run);
    try (TensorBoard board = new TensorBoard(folder, Clock.fixed(start(read), ZoneOffset.UTC))) {
      read.metrics().phases().values().stream()
          .flatMap(List::stream)
          .sorted(Comparator.comparingLong(TensorBoard::iteration))
          .forEach(board::add);
      return board.file;
    }
  }

  private static long iteration(JsonNode line) {
    return line.path("iteration").longValue();
  }

  private static Instant start(Run run) {
    try {
      String started = run.manifest().map(each -> each.path("started").asText()).orElse("");
      return Instant.parse(started);
    } catch (DateTimeParseException notKnown) {
      return Instant.EPOCH;
    }
  }

  @Override
  public void displayed(TrainReport report) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("loss", report.loss());
    values.put("learning_rate", report.learningRate());
    report.outputs().forEach(values::putIfAbsent);
    observed(new Observation(report.iteration(), "train", values));
  }

  @Override
  public void tested(TestReport report) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (!report.name().equals("test")) {
      values.put("test", report.name());
    }
    values.put("loss", report.result().loss());
    report.result().outputs().forEach(values::putIfAbsent);
    observed(new Observation(report.iteration(), "test", values));
  }

  @Override
  public void observed(Observation observation) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("iteration", observation.iteration());
    line.put("phase", observation.phase());
    observation.values().forEach(line::putIfAbsent);
    add(JSON.valueToTree(line));
  }

  private void add(JsonNode line) {
    SummaryMessage summary = MetricsSummary.of(line);
    if (!summary.isEmpty()) {
      events.add(seconds(), iteration(line), summary);
    }
  }

  private double seconds() {
    return clock.millis() * MILLIS;
  }

  @Override
  public void close() {
    events.close();
  }
}
