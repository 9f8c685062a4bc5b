package org.cortado.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.portable.PortableBackendFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFolderTest {

  @TempDir Path folder;
  private SnapshotFolder snapshots;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void open() {
    snapshots = new SnapshotFolder(folder);
  }

  private static Tensor tensor(float... values) {
    Tensor tensor =
        new Tensor(Shape.of(values.length), new PortableBackendFactory().create(1).memory());
    for (int i = 0; i < values.length; i++) {
      tensor.write().put(i, values[i]);
    }
    return tensor;
  }

  private static Snapshot snapshot(long iteration) {
    JsonNode state = JsonNodeFactory.instance.objectNode().put("sum", 0.1 * iteration);
    return new Snapshot(
        iteration,
        "net",
        Map.of("a.0", tensor((float) iteration, 2, 3)),
        Map.of("a.0/momentum", tensor(4, (float) iteration)),
        state);
  }

  @Test
  void givesBackWhatItSaved() {
    snapshots.save(snapshot(7));
    StoredSnapshot stored = snapshots.newest(warnings::add).orElseThrow();
    Tensor weights = tensor(0, 0, 0);
    Tensor memory = tensor(0, 0);
    stored.readWeights(Map.of("a.0", weights));
    stored.readMemory(Map.of("a.0/momentum", memory));
    assertThat(stored.iteration()).isEqualTo(7);
    assertThat(weights.read().get(0)).isEqualTo(7);
    assertThat(memory.read().get(1)).isEqualTo(7);
    assertThat(stored.state().get("sum").doubleValue()).isEqualTo(0.1 * 7);
    assertThat(warnings).isEmpty();
  }

  @Test
  void findsTheNewestByNumber() {
    snapshots.save(snapshot(9));
    snapshots.save(snapshot(10));
    assertThat(snapshots.iterations()).containsExactly(9L, 10L);
    assertThat(snapshots.newest(warnings::add).orElseThrow().iteration()).isEqualTo(10);
  }

  @Test
  void findsNothingInAnEmptyFolder() {
    assertThat(snapshots.newest(warnings::add)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iteration-2.safetensors",
        "iteration-2.memory.safetensors",
        "iteration-2.snapshot"
      })
  void noticesEveryChangedByte(String name) throws IOException {
    snapshots.save(snapshot(1));
    snapshots.save(snapshot(2));
    Path file = folder.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertThat(snapshots.newest(warnings::add).orElseThrow().iteration())
          .as("byte %d", at)
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iteration-2.safetensors",
        "iteration-2.memory.safetensors",
        "iteration-2.snapshot"
      })
  void noticesEveryTornEnd(String name) throws IOException {
    snapshots.save(snapshot(1));
    snapshots.save(snapshot(2));
    Path file = folder.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(snapshots.newest(warnings::add).orElseThrow().iteration())
          .as("%d bytes", length)
          .isEqualTo(1);
    }
  }

  /** Disks that are full after every number of bytes that they could be full after. */
  @Test
  void keepsTheSnapshotBeforeOneThatFindsNoRoom() throws IOException {
    int bytes = 1;
    for (boolean fits = false; !fits; bytes++) {
      try (FileSystem disk = disk(bytes)) {
        SnapshotFolder small = new SnapshotFolder(disk.getPath("/work"));
        long saved = 0;
        try {
          small.save(snapshot(1));
          saved = 1;
          small.save(snapshot(2));
          fits = true;
        } catch (UncheckedIOException full) {
          assertThat(full).hasMessageMatching("can't write /work/iteration-[12]\\.\\S+: .*");
          assertThat(small.newest(warnings::add).map(StoredSnapshot::iteration).orElse(0L))
              .as("disk of %d bytes", bytes)
              .isEqualTo(saved);
        }
      }
    }
    assertThat(warnings).isEmpty();
    assertThat(bytes).isGreaterThan(1000);
  }

  private static FileSystem disk(int bytes) {
    return Jimfs.newFileSystem(
        Configuration.unix().toBuilder().setBlockSize(1).setMaxSize(bytes).build());
  }

  @Test
  void saysWhichFileIsMissing() throws IOException {
    snapshots.save(snapshot(1));
    Files.delete(snapshots.weights(1));
    assertThat(snapshots.newest(warnings::add)).isEmpty();
    assertThat(warnings)
        .containsExactly(
            "the snapshot of iteration 1 is damaged: its file iteration-1.safetensors is missing");
  }

  @Test
  void refusesTensorsOfAnotherShape() {
    snapshots.save(snapshot(1));
    StoredSnapshot stored = snapshots.open(1);
    assertThatThrownBy(() -> stored.readWeights(Map.of("a.0", tensor(1), "b.0", tensor(1))))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("a.0 is [3] in it, but [1] now")
        .hasMessageContaining("it lacks b.0 [1]");
  }

  @Test
  void deletesAllOfASnapshot() throws IOException {
    snapshots.save(snapshot(1));
    snapshots.save(snapshot(2));
    snapshots.delete(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .hasSize(3)
          .allMatch(file -> file.getFileName().toString().startsWith("iteration-2."));
    }
  }
}
