package org.cortado.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.format.Npy;
import org.cortado.engine.format.Safetensors;
import org.cortado.engine.format.SafetensorsFile;
import org.cortado.engine.snapshot.SnapshotFolder;
import org.cortado.engine.solver.RunFolder;

/** The pictures in a run's folder. */
final class Pictures {

  private static final int MOST_FILTERS = 256;

  private final RunFolder folder;

  Pictures(RunFolder folder) {
    this.folder = folder;
  }

  /** Adds the pictures of items that the net gets wrong, as {@code mistake_pictures}. */
  void addMistakes(ObjectNode page) {
    Path file = folder.mistakes();
    if (Files.exists(file)) {
      Shape shape = Npy.shape(file);
      if (Pixels.arePictures(shape)) {
        Tensor pictures = new Tensor(shape, new DirectMemory());
        Npy.read(file, pictures);
        Pixels.addresses(pictures).forEach(page.putArray("mistake_pictures")::add);
      }
    }
  }

  /** Adds the filters of the first layer that has some, as {@code filters}. */
  void addFilters(ObjectNode page) {
    lastWeights().ifPresent(file -> addFilters(page, file));
  }

  private static void addFilters(ObjectNode page, Path file) {
    try (SafetensorsFile weights = Safetensors.open(file)) {
      Optional<String> first =
          weights.names().stream()
              .filter(name -> Pixels.arePictures(weights.shape(name)))
              .findFirst();
      first.ifPresent(name -> addFilters(page, weights, name));
    }
  }

  private static void addFilters(ObjectNode page, SafetensorsFile weights, String name) {
    Tensor filters = new Tensor(weights.shape(name), new DirectMemory());
    weights.read(name, filters);
    ObjectNode object = page.putObject("filters");
    object.put("parameter", name);
    filters.shape().dims().forEach(object.putArray("shape")::add);
    List<String> all = Pixels.addresses(filters);
    all.stream().limit(MOST_FILTERS).forEach(object.putArray("pictures")::add);
  }

  /** Returns the weights at the end, or of the newest snapshot of a run that hasn't come so far. */
  private Optional<Path> lastWeights() {
    if (Files.exists(folder.weights())) {
      return Optional.of(folder.weights());
    }
    if (!Files.isDirectory(folder.snapshots())) {
      return Optional.empty();
    }
    SnapshotFolder snapshots = new SnapshotFolder(folder.snapshots());
    return snapshots.iterations().stream().max(Comparator.naturalOrder()).map(snapshots::weights);
  }
}
