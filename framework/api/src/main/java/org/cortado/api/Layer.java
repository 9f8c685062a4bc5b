package org.cortado.api;

import java.util.List;
import org.cortado.api.blob.Blob;
import org.cortado.api.window.ReceptiveField;

/**
 * One gate of a net: knows its inputs, its outputs and its local gradient, and nothing else.
 *
 * <p>The net calls {@link #setUp setUp} once, {@link #reshape reshape} after it and again whenever
 * the shape of a bottom changed, then {@link #forward forward} and {@link #backward backward} once
 * an iteration. Neither {@code setUp} nor {@code reshape} may touch the memory of a blob: tools
 * call both on nets that are never run.
 *
 * <p>A layer is made by Guice through its one {@code @Inject} constructor, which may ask for the
 * layer's options record, a {@link LayerContext}, the {@link org.cortado.api.backend.Backend} and
 * whatever the plug-in's own {@link LayerModule} binds. It is used by one thread at a time.
 */
public interface Layer extends AutoCloseable {

  /**
   * Checks the shapes of the bottoms against the options and creates the parameters.
   *
   * @throws InvalidLayerException if the shapes and the options don't go together
   */
  default void setUp(List<Blob> bottom, List<Blob> top) {}

  /**
   * Gives the tops their shapes, and prepares what the sweep needs for them.
   *
   * @throws InvalidLayerException if the layer can't take these shapes
   */
  void reshape(List<Blob> bottom, List<Blob> top);

  /** Computes every element of the tops' data from the bottoms' data. */
  void forward(List<Blob> bottom, List<Blob> top);

  /**
   * Computes the gradient of the loss from {@code top.diff}.
   *
   * <p>Overwrites the whole diff of each bottom whose flag is set and leaves the others alone; adds
   * to the diffs of the layer's parameters. Only called where a gradient is wanted.
   *
   * @param propagateDown one flag a bottom
   */
  void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom);

  /** Returns the learned blobs and the statistics, always the same ones in the same order. */
  default List<Blob> parameters() {
    return List.of();
  }

  /**
   * Returns the multiply-adds of one forward pass over the whole batch, once the tops are shaped.
   *
   * <p>One is the product of two numbers that is added to a sum, as in {@code y += w * x}: those of
   * convolutions and matrix products are counted, as is the custom; a bias, what is done element by
   * element, and the sums of a pooling are not.
   */
  default long multiplyAdds(List<Blob> bottom, List<Blob> top) {
    return 0;
  }

  /**
   * Returns which elements of the bottoms one element of a top is computed from, along the spatial
   * axes, once the tops are shaped.
   *
   * <p>The largest, where tops or bottoms differ. Statistics that a normalisation takes are not
   * counted, as is the custom.
   */
  default ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return ReceptiveField.POINT;
  }

  /** Gives back what the layer holds outside the Java heap; its blobs belong to the net. */
  @Override
  default void close() {}
}
