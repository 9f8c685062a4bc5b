package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.engine.snapshot.SnapshotFolder;
import org.cortado.engine.snapshot.StoredSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of a run is full, sooner or later. Snapshots' own tests try every number of bytes. */
class FullDiskTest {

  private static final int STEP = 61;

  private static final SolverListener NOBODY = new SolverListener() {};

  @TempDir Path files;
  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = new Bench(files);
    bench.solver(
        """
        net: net.yaml
        base_lr: 0.05
        momentum: 0.9
        max_iter: 3
        display: 1
        snapshot: {interval: 1}
        """);
  }

  @Test
  void losesNothingThatWasFinished() throws IOException {
    byte[] whole = weights(disk(1 << 20));
    int disks = 0;
    for (boolean fits = false; !fits; disks++) {
      try (FileSystem disk = disk(1 + STEP * disks)) {
        List<Long> saved = new ArrayList<>();
        fits = trains(disk, saved);
        requireWhole(disk, saved, disks * STEP);
        if (!fits && !saved.isEmpty()) {
          assertThat(resumed(disk)).as("disk of %d bytes", disks * STEP).isEqualTo(whole);
        }
      }
    }
    assertThat(disks).as("tried disks, the last of which sufficed").isGreaterThan(50);
  }

  private byte[] resumed(FileSystem full) throws IOException {
    try (FileSystem larger = disk(1 << 20);
        Stream<Path> paths = Files.walk(full.getPath("/run"));
        Training training = bench.training()) {
      for (Path path : paths.toList()) {
        Path copy = larger.getPath(path.toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.write(copy, Files.readAllBytes(path));
        }
      }
      RunFolder run = RunFolder.open(larger.getPath("/run"));
      training.resume(run, NOBODY, note -> {});
      return Files.readAllBytes(run.weights());
    }
  }

  private static FileSystem disk(int bytes) {
    return Jimfs.newFileSystem(
        Configuration.unix().toBuilder().setBlockSize(1).setMaxSize(bytes).build());
  }

  private byte[] weights(FileSystem disk) throws IOException {
    try (disk) {
      assertThat(trains(disk, new ArrayList<>())).isTrue();
      return Files.readAllBytes(disk.getPath("/run/weights.safetensors"));
    }
  }

  private boolean trains(FileSystem disk, List<Long> saved) {
    SolverListener listener =
        new SolverListener() {
          @Override
          public void snapshotSaved(long done, Path file) {
            saved.add(done);
          }
        };
    try (Training training = bench.training()) {
      training.run(RunFolder.createAt(disk.getPath("/run")), listener);
      return true;
    } catch (UncheckedIOException full) {
      assertThat(full).hasMessageStartingWith("can't write /run/");
      return false;
    }
  }

  /** What was said to be saved is there and whole, and there is no newer snapshot by halves. */
  private static void requireWhole(FileSystem disk, List<Long> saved, int bytes) {
    Path folder = disk.getPath("/run/snapshots");
    if (Files.exists(folder)) {
      List<String> warnings = new ArrayList<>();
      Optional<StoredSnapshot> newest = new SnapshotFolder(folder).newest(warnings::add);
      assertThat(warnings).as("disk of %d bytes", bytes).isEmpty();
      long last = saved.isEmpty() ? 0 : saved.get(saved.size() - 1);
      assertThat(newest.map(StoredSnapshot::iteration).orElse(0L))
          .as("disk of %d bytes", bytes)
          .isEqualTo(last);
    }
  }
}
