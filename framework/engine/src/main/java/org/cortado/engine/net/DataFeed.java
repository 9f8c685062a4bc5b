package org.cortado.engine.net;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cortado.api.DataLayer;

/** A layer of a net that feeds data; what its code throws names it. */
public final class DataFeed {

  private final NetLayer layer;
  private final DataLayer data;

  private DataFeed(NetLayer layer, DataLayer data) {
    this.layer = layer;
    this.data = data;
  }

  /** Returns what a layer feeds; nothing if it doesn't. */
  static Optional<DataFeed> of(NetLayer layer) {
    return layer.layer() instanceof DataLayer data
        ? Optional.of(new DataFeed(layer, data))
        : Optional.empty();
  }

  /** Returns the layer's name. */
  public String name() {
    return layer.name();
  }

  /** Returns how many items the last forward pass showed. */
  public int shown() {
    return layer.tops().get(0).shape().dim(0);
  }

  /**
   * Returns the number of items in one round.
   *
   * @throws LayerFailedException if the layer fails
   */
  public long itemCount() {
    return layer.ask("itemCount()", data::itemCount);
  }

  /**
   * Makes the next forward pass show the given batch.
   *
   * @throws LayerFailedException if the layer fails
   */
  public void seek(long batch) {
    layer.tell("seek(" + batch + ")", () -> data.seek(batch));
  }

  /**
   * Returns the files that the items come from.
   *
   * @throws LayerFailedException if the layer fails
   */
  public List<Path> files() {
    return layer.ask(
        "files()",
        () -> List.copyOf(Objects.requireNonNull(data.files(), "it returns null, not List.of()")));
  }
}
