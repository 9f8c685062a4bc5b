package org.cortado.layers.core.data;

import java.util.List;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** What a forward pass shows in the tops, on the Java heap. */
final class Batch {

  private final int[] items;
  private final float[][] values;
  private int size;

  /** Makes room for so many items of a source. */
  Batch(Source source, int tops, int batchSize) {
    items = new int[batchSize];
    values = new float[tops][];
    for (int top = 0; top < tops; top++) {
      values[top] = new float[Math.multiplyExact(batchSize, source.itemShape(top).count())];
    }
  }

  /** Copies the items of a batch from their source. */
  void fill(Source source, Schedule schedule, long batch) {
    size = schedule.items(batch, items);
    for (int top = 0; top < values.length; top++) {
      int length = source.itemShape(top).count();
      for (int i = 0; i < size; i++) {
        source.copy(top, items[i], values[top], i * length);
      }
    }
  }

  /** Copies the values to the tops and makes these as long as the batch. */
  void show(List<Blob> top) {
    for (int i = 0; i < values.length; i++) {
      Blob y = top.get(i);
      Shape shape = y.shape();
      if (shape.dim(0) != size) {
        y.reshape(shape.with(0, size));
      }
      y.data().write().put(0, values[i], 0, y.count());
    }
  }
}
