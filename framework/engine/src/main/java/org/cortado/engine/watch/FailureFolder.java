package org.cortado.engine.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.CarriedState;
import org.cortado.api.DataException;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.format.AtomicFile;
import org.cortado.engine.format.Npy;
import org.cortado.engine.format.Reason;
import org.cortado.engine.format.Safetensors;
import org.cortado.engine.format.SafetensorsFile;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/**
 * The folder of what it takes to see a failure again: {@code failure.json}, {@code
 * weights.safetensors}, {@code carried.safetensors} where layers carry something from sweep to
 * sweep, and {@code batch-BLOB.npy} for what data layers fed.
 */
public final class FailureFolder {

  /** The file without which the folder holds nothing of use. */
  public static final String RECORD = "failure.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path path;

  private FailureFolder(Path path) {
    this.path = path;
  }

  /** Names the folder within that of a run; it need not be there. */
  public static FailureFolder in(Path run) {
    return new FailureFolder(run.resolve("failure"));
  }

  /** Returns whether a failure was kept. */
  public boolean exists() {
    return Files.exists(record());
  }

  /** Returns the parameters at that moment. */
  public Path weights() {
    return path.resolve("weights.safetensors");
  }

  private Path carried() {
    return path.resolve("carried.safetensors");
  }

  private Path record() {
    return path.resolve(RECORD);
  }

  /** Makes the folder, and takes the record of an earlier failure out of it. */
  void open() {
    try {
      Files.createDirectories(path);
      Files.deleteIfExists(record());
      Files.deleteIfExists(carried());
    } catch (IOException e) {
      throw new UncheckedIOException("can't write to " + path + ": " + Reason.of(e), e);
    }
  }

  /**
   * Deletes all that was kept if an iteration failed that a resumed run has now done.
   *
   * @param done how many iterations have been done
   */
  void forget(long done) {
    if (exists() && isPast(done)) {
      delete(record());
      try (Stream<Path> files = Files.list(path)) {
        files.forEach(FailureFolder::delete);
      } catch (IOException e) {
        throw new UncheckedIOException("can't read " + path + ": " + Reason.of(e), e);
      }
      delete(path);
    }
  }

  /** A record that can't be read is of no use at any time. */
  private boolean isPast(long done) {
    try {
      return read().iteration() <= done;
    } catch (DataException damaged) {
      return true;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("can't delete " + file + ": " + Reason.of(e), e);
    }
  }

  /** Saves the parameters and what layers have been handed by the sweep before. */
  void saveState(Net net) {
    Safetensors.write(weights(), net.weights(), Map.of("net", net.name()));
    Map<String, Tensor> states = new LinkedHashMap<>();
    net.carried().forEach((name, state) -> states.put(name, state.start()));
    if (!states.isEmpty()) {
      Safetensors.write(carried(), states, Map.of());
    }
  }

  /** Saves what a data layer feeds; returns what the record says of it. */
  List<Failure.Fed> saveBatch(NetLayer layer) {
    List<Failure.Fed> fed = new ArrayList<>();
    for (int top = 0; top < layer.tops().size(); top++) {
      String blob = layer.definition().tops().get(top).name();
      String file = "batch-" + blob.replace("/", "%2F") + ".npy";
      Npy.write(path.resolve(file), layer.tops().get(top).data());
      fed.add(new Failure.Fed(layer.name(), blob, file));
    }
    return fed;
  }

  /** Saves the record, which says that all else is there. */
  void save(Failure failure) {
    try {
      String text = JSON.writeValueAsString(failure) + "\n";
      AtomicFile.write(record(), ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words and numbers are always JSON", e);
    }
  }

  /**
   * Reads the record.
   *
   * @throws DataException if there is none, or it isn't one
   */
  public Failure read() {
    try {
      return JSON.readValue(Files.readAllBytes(record()), Failure.class);
    } catch (JsonProcessingException e) {
      throw new DataException(record() + " is no record of a failure", e);
    } catch (IOException e) {
      throw new DataException("can't read " + record() + ": " + Reason.of(e), e);
    }
  }

  /** Returns the file of a blob that was fed. */
  public Path batch(Failure.Fed fed) {
    return path.resolve(fed.file());
  }

  /** Hands the layers of a net what they had been handed by the sweep before. */
  public void readCarried(Net net, long sweep) {
    if (Files.exists(carried())) {
      try (SafetensorsFile file = Safetensors.open(carried())) {
        net.carried().forEach((name, state) -> read(file, name, state, sweep));
      }
    }
  }

  private static void read(SafetensorsFile file, String name, CarriedState state, long sweep) {
    if (file.names().contains(name)) {
      state.reshape(file.shape(name));
      state.resume(sweep - 1);
      file.read(name, state.end());
    }
  }
}
