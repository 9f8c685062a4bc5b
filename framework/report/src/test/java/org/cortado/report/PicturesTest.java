package org.cortado.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.snapshot.Snapshot;
import org.cortado.engine.snapshot.SnapshotFolder;
import org.cortado.engine.solver.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

  @TempDir private Path folder;
  private final ObjectNode page = JsonNodeFactory.instance.objectNode();

  @BeforeEach
  void beginARun() throws IOException {
    Files.createFile(folder.resolve("metrics.jsonl"));
  }

  private void addFilters() {
    new Pictures(RunFolder.measured(folder)).addFilters(page);
  }

  private static Tensor filters(int count) {
    return new Tensor(Shape.of(count, 1, 2, 2), new DirectMemory());
  }

  /** Saves weights of so many filters as the iteration says. */
  private void save(int iteration) throws IOException {
    Path snapshots = Files.createDirectories(folder.resolve("snapshots"));
    new SnapshotFolder(snapshots)
        .save(
            new Snapshot(
                iteration,
                "net",
                Map.of("conv.0", filters(iteration)),
                Map.of("conv.0/momentum", filters(iteration)),
                JsonNodeFactory.instance.objectNode()));
  }

  private void makeYoungest(String file) throws IOException {
    FileTime later = FileTime.fromMillis(System.currentTimeMillis() + 60_000);
    Files.setLastModifiedTime(folder.resolve("snapshots").resolve(file), later);
  }

  @Test
  void showsTheFiltersOfTheNewestSnapshotAndNoMomenta() throws IOException {
    save(9);
    save(10);
    makeYoungest("iteration-9.memory.safetensors");
    addFilters();
    assertThat(page.at("/filters/parameter").asText()).isEqualTo("conv.0");
    assertThat(page.at("/filters/pictures")).hasSize(10);
  }

  @Test
  void showsNoFiltersBeforeTheFirstSnapshot() throws IOException {
    addFilters();
    Files.createDirectory(folder.resolve("snapshots"));
    addFilters();
    assertThat(page).isEmpty();
  }
}
