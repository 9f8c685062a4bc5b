package org.cortado.layers.core.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Phase;

/** Makes IDX layers on files in a folder, and closes them. */
final class IdxFixture implements AutoCloseable {

  private final Path folder;
  private final List<IdxLayer> layers = new ArrayList<>();

  IdxFixture(Path folder) {
    this.folder = folder;
  }

  IdxLayer made(IdxOptions options, Phase phase) {
    IdxLayer layer = new IdxLayer(options, DataBench.context(phase));
    layers.add(layer);
    return layer;
  }

  DataBench bench(IdxOptions options, Phase phase) {
    return new DataBench(made(options, phase), options.labels().isPresent() ? 2 : 1);
  }

  IdxOptions images(byte[] images, int batchSize) throws IOException {
    Path file = IdxBytes.write(folder.resolve("images"), images);
    return new IdxOptions(file, Optional.empty(), batchSize, 1, false);
  }

  IdxOptions withLabels(byte[] images, byte[] labels, int batchSize) throws IOException {
    Path first = IdxBytes.write(folder.resolve("images"), images);
    Path second = IdxBytes.write(folder.resolve("labels"), labels);
    return new IdxOptions(first, Optional.of(second), batchSize, 1, false);
  }

  @Override
  public void close() {
    layers.forEach(IdxLayer::close);
  }
}
