package org.cortado.engine.inspect;

import java.util.List;
import org.cortado.api.blob.Shape;
import org.cortado.api.window.ReceptiveField;

/**
 * What a layer gives and what it costs.
 *
 * @param name the name, of a block's layer with that of the use in front: {@code stem/conv}
 * @param type the type
 * @param tops what it writes
 * @param parameters the learned numbers that it owns
 * @param statistics the numbers that it keeps and saves, but doesn't learn
 * @param multiplyAdds those of one forward pass over the whole batch
 * @param activations the bytes of its tops, but for those that are a bottom's own
 * @param receptiveField what an element of the tops sees of the net's inputs
 */
public record LayerSummary(
    String name,
    String type,
    List<Top> tops,
    long parameters,
    long statistics,
    long multiplyAdds,
    Activations activations,
    ReceptiveField receptiveField) {

  /**
   * A blob that a layer writes.
   *
   * @param name the name
   * @param shape the shape
   */
  public record Top(String name, Shape shape) {}

  /** Copies the list. */
  public LayerSummary {
    tops = List.copyOf(tops);
  }
}
