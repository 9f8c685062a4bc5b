package org.cortado.layers.core.data;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.DataLayer;
import org.cortado.api.LayerContext;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The base of a layer that shows the items of a {@link Source} in batches, loaded in the
 * background.
 *
 * <p>A shuffle is a function of the run's seed, the layer's name and the round, and a batch one of
 * its number: a run that is resumed by {@link #seek} sees what it would have seen.
 */
abstract class BatchedLayer implements DataLayer {

  private final LayerContext context;
  private final BatchOptions options;
  private final long shuffleKey;
  private @Nullable Source opened;
  private @Nullable Prefetcher<Batch> prefetcher;
  private long next;

  /** Makes a layer that has opened nothing yet. */
  BatchedLayer(LayerContext context, BatchOptions options) {
    this.context = context;
    this.options = options;
    shuffleKey = context.random("shuffle").nextLong();
  }

  /**
   * Returns the source, having read what its shapes need.
   *
   * @param tops the number of tops
   */
  abstract Source open(int tops);

  private Source source() {
    Source current = opened;
    if (current == null) {
      throw new IllegalStateException("the layer has not been set up");
    }
    return current;
  }

  @Override
  public final void setUp(List<Blob> bottom, List<Blob> top) {
    opened = open(top.size());
  }

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    for (int i = 0; i < top.size(); i++) {
      top.get(i).reshape(batchOf(source().itemShape(i)));
    }
  }

  private Shape batchOf(Shape item) {
    Stream<Integer> size = Stream.of(options.batchSize());
    return Shape.of(Stream.concat(size, item.dims().stream()).toList());
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    Prefetcher<Batch> batches = prefetcher(top.size());
    batches.take().show(top);
    batches.release();
  }

  private Prefetcher<Batch> prefetcher(int tops) {
    Prefetcher<Batch> current = prefetcher;
    if (current == null) {
      current =
          new Prefetcher<>(
              "cortado-data-" + context.name(),
              new BatchLoader(source(), options, context.phase(), shuffleKey),
              List.of(batch(tops), batch(tops)));
      current.seek(next);
      prefetcher = current;
    }
    return current;
  }

  private Batch batch(int tops) {
    return new Batch(source(), tops, options.batchSize());
  }

  /** Does nothing: nothing is below. */
  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}

  @Override
  public final long itemCount() {
    return source().itemCount();
  }

  @Override
  public final void seek(long batch) {
    next = batch;
    Prefetcher<Batch> current = prefetcher;
    if (current != null) {
      current.seek(batch);
    }
  }

  @Override
  public final void close() {
    Prefetcher<Batch> current = prefetcher;
    if (current != null) {
      current.close();
    }
  }
}
