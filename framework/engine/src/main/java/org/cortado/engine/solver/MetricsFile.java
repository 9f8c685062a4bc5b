package org.cortado.engine.solver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes down what was measured, one JSON object a line.
 *
 * <p>{@code {"iteration":100,"phase":"train","loss":0.4,"learning_rate":0.01}} and the net's
 * outputs by their names; an output that is called like one of these keys isn't repeated. Each line
 * is handed to the system at once and whole.
 */
final class MetricsFile implements SolverListener, AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final OutputStream lines;

  /** Makes an empty file. */
  MetricsFile(Path file) {
    this.file = file;
    try {
      lines = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + file, e);
    }
  }

  @Override
  public void displayed(TrainReport report) {
    Map<String, Object> line = line(report.iteration(), "train", report.loss());
    line.put("learning_rate", report.learningRate());
    report.outputs().forEach(line::putIfAbsent);
    write(line);
  }

  @Override
  public void tested(TestReport report) {
    Map<String, Object> line = line(report.iteration(), "test", report.result().loss());
    line.put("items", report.result().items());
    report.result().outputs().forEach(line::putIfAbsent);
    write(line);
  }

  private static Map<String, Object> line(long iteration, String phase, double loss) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("iteration", iteration);
    line.put("phase", phase);
    line.put("loss", loss);
    return line;
  }

  private void write(Map<String, Object> line) {
    try {
      lines.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of words and numbers are always JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + file, e);
    }
  }
}
