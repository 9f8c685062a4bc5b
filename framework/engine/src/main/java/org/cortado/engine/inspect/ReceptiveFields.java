package org.cortado.engine.inspect;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.blob.Blob;
import org.cortado.api.window.ReceptiveField;
import org.cortado.engine.net.NetLayer;

/** Lays the receptive fields of layers over each other, in the order in which the layers run. */
final class ReceptiveFields {

  private static final int BEFORE_SPATIAL = 2;

  private final Map<Blob, ReceptiveField> fields = new HashMap<>();

  /** Returns what an element of a layer's tops sees of the net's inputs: the most of all paths. */
  ReceptiveField add(NetLayer layer) {
    ReceptiveField field = layer.bottoms().isEmpty() ? source(layer) : through(layer);
    layer.tops().forEach(top -> fields.put(top, field));
    return field;
  }

  private static ReceptiveField source(NetLayer layer) {
    int axes = layer.tops().stream().mapToInt(top -> top.shape().axes()).max().orElse(0);
    return ReceptiveField.point(Math.max(0, axes - BEFORE_SPATIAL));
  }

  private ReceptiveField through(NetLayer layer) {
    ReceptiveField below =
        layer.bottoms().stream().map(this::of).reduce(ReceptiveField.POINT, ReceptiveField::or);
    return layer.receptiveField().over(below);
  }

  private ReceptiveField of(Blob blob) {
    return Optional.ofNullable(fields.get(blob)).orElse(ReceptiveField.POINT);
  }
}
