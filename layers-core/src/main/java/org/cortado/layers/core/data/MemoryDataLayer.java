package org.cortado.layers.core.data;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.DataException;
import org.cortado.api.DataLayer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/**
 * Shows items that the program which runs the net hands in.
 *
 * <ul>
 *   <li>top 0, {@code data}: {@code [batch_size x shape…]}, or {@code [batch_size x channels x
 *       height x width]}
 *   <li>top 1, {@code label}: {@code [batch_size]}
 *   <li>backward: none
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's MemoryData; an item may have any shape. Hand the items in by {@link #setData(float[],
 * float[])} before the first sweep:
 *
 * <pre>{@code
 * MemoryDataLayer data = (MemoryDataLayer) net.layer("data").layer();
 * data.setData(images, labels);
 * net.forward();
 * }</pre>
 */
@LayerType(
    name = "MemoryData",
    bottoms = 0,
    tops = 2,
    topNames = {"data", "label"},
    backwardReads = {},
    differentiable = false)
@Help("shows items that the program which runs the net hands in")
public final class MemoryDataLayer implements DataLayer {

  private final int batchSize;
  private final Shape item;
  private FloatBuffer data = Buffers.EMPTY;
  private FloatBuffer labels = Buffers.EMPTY;
  private int items;
  private long next;

  @Inject
  MemoryDataLayer(MemoryDataOptions options) {
    batchSize = options.batchSize();
    item = options.item();
  }

  /**
   * Hands items in, which take the place of those there were; the next sweep shows the first batch.
   *
   * <p>The arrays are read in each sweep, not copied here: what is written to them shows.
   *
   * @param newData the items one after the other, as many as make whole batches
   * @param newLabels one for each item
   * @throws DataException if there is another number of them
   */
  public void setData(float[] newData, float[] newLabels) {
    setData(FloatBuffer.wrap(newData), FloatBuffer.wrap(newLabels));
  }

  /**
   * Hands items in, as {@link #setData(float[], float[])} does.
   *
   * @param newData the items, from the buffer's position to its limit
   * @param newLabels the labels, from the buffer's position to its limit
   * @throws DataException if there is another number of them
   */
  public void setData(FloatBuffer newData, FloatBuffer newLabels) {
    int count = newLabels.remaining();
    if (newData.remaining() != (long) count * item.count()) {
      throw new DataException(
          "%d numbers were handed in for %d labels, but each item %s has %d"
              .formatted(newData.remaining(), count, item, item.count()));
    }
    if (count == 0 || count % batchSize != 0) {
      throw new DataException(
          "%d items were handed in, but there must be a multiple of batch_size, %d"
              .formatted(count, batchSize));
    }
    data = newData.slice();
    labels = newLabels.slice();
    items = count;
    next = 0;
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    List<Integer> dims = new ArrayList<>(item.dims());
    dims.add(0, batchSize);
    top.get(0).reshape(Shape.of(dims));
    top.get(1).reshape(Shape.of(batchSize));
  }

  /** Shows the next batch, and the first again after the last. */
  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    requireItems();
    int first = (int) (next++ % (items / batchSize)) * batchSize;
    int length = batchSize * item.count();
    top.get(0).data().write().put(0, data, first * item.count(), length);
    top.get(1).data().write().put(0, labels, first, batchSize);
  }

  private void requireItems() {
    if (items == 0) {
      throw new DataException("no items were handed in; call setData before the first sweep");
    }
  }

  /** Does nothing: nothing is below. */
  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}

  @Override
  public long itemCount() {
    requireItems();
    return items;
  }

  @Override
  public void seek(long batch) {
    next = batch;
  }
}
