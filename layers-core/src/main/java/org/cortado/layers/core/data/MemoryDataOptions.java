package org.cortado.layers.core.data;

import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a net file says of a {@code MemoryData}. */
public record MemoryDataOptions(
    @Range(min = 1) @Help("the number of items in a batch") int batchSize,
    @Help("the shape of one item") Optional<Shape> shape,
    @Range(min = 1) @Help("in the stead of shape, the first size of an item")
        Optional<Integer> channels,
    @Range(min = 1) @Help("in the stead of shape, the second size of an item")
        Optional<Integer> height,
    @Range(min = 1) @Help("in the stead of shape, the third size of an item")
        Optional<Integer> width) {

  /** Refuses a layer with no shape of an item, or with two. */
  public MemoryDataOptions {
    int sizes = count(channels) + count(height) + count(width);
    if (sizes != (shape.isPresent() ? 0 : 3)) {
      throw new InvalidLayerException("give shape, or channels, height and width");
    }
    if (shape.isPresent() && shape.get().count() == 0) {
      throw new InvalidLayerException(
          "shape is %s, but an item must have elements".formatted(shape.get()));
    }
  }

  private static int count(Optional<Integer> size) {
    return size.isPresent() ? 1 : 0;
  }

  /** Returns the shape of one item. */
  Shape item() {
    return shape.orElseGet(
        () -> Shape.of(channels.orElseThrow(), height.orElseThrow(), width.orElseThrow()));
  }
}
