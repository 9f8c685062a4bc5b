package org.cortado.engine.solver;

import java.util.OptionalInt;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.ScalarNode;

/** Changes a net so that it can learn a batch by heart: nothing is dropped, and few items do. */
public final class OverfitNet {

  private static final String DROPOUT = "Dropout";
  private static final String DROPOUT_RATIO = "dropout_ratio";
  private static final String BATCH_SIZE = "batch_size";

  private OverfitNet() {}

  /**
   * Returns the changed net.
   *
   * @param items how many a batch shall have where a layer that feeds items lets its {@code
   *     batch_size} be chosen; as many as the file says where it is left out
   */
  public static NetDefinition of(NetDefinition net, OptionalInt items) {
    return net.map(layer -> changed(layer, items));
  }

  private static LayerDefinition changed(LayerDefinition layer, OptionalInt items) {
    if (layer.type().equals(DROPOUT)) {
      return with(layer, DROPOUT_RATIO, 0);
    }
    boolean feeds = layer.bottoms().isEmpty() && layer.options().get(BATCH_SIZE).isPresent();
    return feeds && items.isPresent() ? with(layer, BATCH_SIZE, items.getAsInt()) : layer;
  }

  private static LayerDefinition with(LayerDefinition layer, String key, int value) {
    Place place = layer.options().place();
    MapNode options =
        layer.options().with(new MapEntry(key, place, ScalarNode.ofNumber(place, value)));
    return layer.as(layer.type(), options);
  }
}
