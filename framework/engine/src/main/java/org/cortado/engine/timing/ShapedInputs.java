package org.cortado.engine.timing;

import java.util.Map;
import java.util.Set;
import org.cortado.api.blob.Shape;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.NetDefinition;

/** Puts inputs of given shapes in the place of layers that would read data. */
public final class ShapedInputs {

  /** The type of layers whose tops the caller writes. */
  static final String INPUT = "Input";

  private ShapedInputs() {}

  /**
   * Returns a net whose data layers are Inputs wherever the shapes of all their tops are given.
   *
   * @param shapes by the names of blobs
   */
  public static NetDefinition replace(NetDefinition net, Map<String, Shape> shapes) {
    return net.map(
        layer ->
            isShaped(layer, shapes.keySet())
                ? layer.as(INPUT, MapNode.empty(layer.options().place()))
                : layer);
  }

  private static boolean isShaped(LayerDefinition layer, Set<String> shaped) {
    return layer.bottoms().isEmpty()
        && shaped.containsAll(layer.tops().stream().map(BlobName::name).toList());
  }
}
