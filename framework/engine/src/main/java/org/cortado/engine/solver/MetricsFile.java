package org.cortado.engine.solver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.engine.format.Reason;

/**
 * Writes down what was measured, one JSON object a line.
 *
 * <p>{@code {"iteration":100,"phase":"train","loss":0.4,"learning_rate":0.01}} and the net's
 * outputs by their names; an output that is called like one of these keys isn't repeated. A test
 * that has a name says it under {@code "test"}. What observers find has phases of its own. A
 * warning is {@code {"iteration":100,"phase":"warning","text":"…"}}. Each line is handed to the
 * system at once and whole.
 */
final class MetricsFile implements SolverListener, AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final FileChannel lines;

  private MetricsFile(Path file, FileChannel lines) throws IOException {
    this.file = file;
    this.lines = lines;
    requireAlone();
  }

  private boolean isAlone() {
    try {
      return lines.tryLock() != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    } catch (IOException locksAreUnknownHere) {
      return true;
    }
  }

  /** The system gives the lock back when the process ends, however that happens. */
  private void requireAlone() throws IOException {
    if (!isAlone()) {
      lines.close();
      throw new RunFolderException("another training is at work in '" + file.getParent() + "'");
    }
  }

  /** Makes an empty file. */
  static MetricsFile create(Path file) {
    try {
      return new MetricsFile(
          file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Opens a file to go on with it. */
  static MetricsFile resume(Path file) {
    try {
      return new MetricsFile(
          file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Forgets what is behind a place that {@link #save} returned, and goes on from there. */
  void truncate(long length) {
    try {
      lines.truncate(length);
      lines.position(lines.size());
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Forces all lines to the disk, and returns how many bytes they are. */
  long save() {
    try {
      lines.force(false);
      return lines.position();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  @Override
  public void displayed(TrainReport report) {
    Map<String, Object> line = line(report.iteration(), "train");
    line.put("loss", report.loss());
    line.put("learning_rate", report.learningRate());
    report.outputs().forEach(line::putIfAbsent);
    write(line);
  }

  @Override
  public void tested(TestReport report) {
    Map<String, Object> line = line(report.iteration(), "test");
    line.put("loss", report.result().loss());
    if (!report.name().equals(SolverDefinition.Test.PLAIN_NAME)) {
      line.put("test", report.name());
    }
    line.put("items", report.result().items());
    report.result().outputs().forEach(line::putIfAbsent);
    write(line);
  }

  @Override
  public void warned(long iteration, String text) {
    Map<String, Object> line = line(iteration, "warning");
    line.put("text", text);
    write(line);
  }

  @Override
  public void observed(Observation observation) {
    Map<String, Object> line = line(observation.iteration(), observation.phase());
    observation.values().forEach(line::putIfAbsent);
    write(line);
  }

  private static Map<String, Object> line(long iteration, String phase) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("iteration", iteration);
    line.put("phase", phase);
    return line;
  }

  private void write(Map<String, Object> line) {
    try {
      byte[] text = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
      ByteBuffer bytes = ByteBuffer.wrap(text);
      while (bytes.hasRemaining()) {
        lines.write(bytes);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of words and numbers are always JSON", e);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static UncheckedIOException unwritable(Path file, IOException e) {
    return new UncheckedIOException("can't write " + file + ": " + Reason.of(e), e);
  }
}
