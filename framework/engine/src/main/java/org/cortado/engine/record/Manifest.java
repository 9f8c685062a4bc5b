package org.cortado.engine.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cortado.api.DataException;
import org.cortado.engine.format.AtomicFile;
import org.cortado.engine.format.Reason;

/**
 * What a run was done with and what came of it, for those who want to know, or to do it again.
 *
 * @param started when, in UTC
 * @param run what was asked for
 * @param software the programs
 * @param machine what they ran on
 * @param files the data, by their places in the folder of the data
 * @param resumed each moment at which it went on after a stop or a kill
 * @param ended each end; the last is the result. None while it runs, or once it was killed
 */
public record Manifest(
    String started,
    Inputs run,
    Software software,
    Machine machine,
    List<Fingerprint> files,
    List<Resumption> resumed,
    List<Ending> ended) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // Later versions say more.
          .build();

  /** Copies the lists. */
  public Manifest {
    files = List.copyOf(files);
    resumed = List.copyOf(resumed);
    ended = List.copyOf(ended);
  }

  /** Makes that of a run which begins now. */
  public Manifest(Inputs run, Software software, Machine machine, List<Fingerprint> files) {
    this(now(), run, software, machine, files, List.of(), List.of());
  }

  /** Returns the time, in UTC and to the second. */
  public static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Returns this manifest of a run that goes on. */
  public Manifest with(Resumption more) {
    return new Manifest(started, run, software, machine, files, append(resumed, more), ended);
  }

  /** Returns the manifest of a run that began with these weights. */
  public Manifest begunWith(List<Fingerprint> weights) {
    return new Manifest(started, run.with(weights), software, machine, files, resumed, ended);
  }

  /** Returns this manifest of a run that has ended. */
  public Manifest with(Ending more) {
    return new Manifest(started, run, software, machine, files, resumed, append(ended, more));
  }

  private static <T> List<T> append(List<T> list, T last) {
    List<T> all = new ArrayList<>(list);
    all.add(last);
    return all;
  }

  /** Returns what came of the run, if it has ended. */
  public Optional<Ending> result() {
    return ended.stream().reduce((earlier, later) -> later);
  }

  /** Writes it, so that a kill at any moment leaves it whole or as it was. */
  public void write(Path file) {
    AtomicFile.write(file, ByteBuffer.wrap((toJson() + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words, numbers and lists are always JSON", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws DataException if it can't be read, or is damaged
   */
  public static Manifest read(Path file) {
    try {
      return Optional.ofNullable(JSON.readValue(Files.readString(file), Manifest.class))
          .orElseThrow(() -> new DataException("'" + file + "' is damaged: it is empty"));
    } catch (JsonProcessingException e) {
      throw new DataException(
          "'%s' is damaged, or no manifest of a run: %s"
              .formatted(file, new JsonFault(e).message()),
          e);
    } catch (IOException e) {
      throw new DataException("can't read '" + file + "': " + Reason.of(e), e);
    }
  }
}
