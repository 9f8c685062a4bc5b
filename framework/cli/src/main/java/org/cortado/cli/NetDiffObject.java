package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.engine.inspect.NetDiff;

/** What differs between two nets, for JSON. */
final class NetDiffObject {

  private NetDiffObject() {}

  /**
   * Returns {@code equal}, {@code net} (what differs of the nets themselves), {@code removed},
   * {@code added}, {@code renamed}, {@code moved} and {@code changed}.
   */
  static Map<String, Object> of(NetDiff diff) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("equal", diff.isEmpty());
    object.put("net", changes(diff.settings()));
    object.put("removed", diff.removed().stream().map(NetDiffObject::layer).toList());
    object.put("added", diff.added().stream().map(NetDiffObject::layer).toList());
    object.put("renamed", diff.renamed().stream().map(NetDiffObject::rename).toList());
    object.put("moved", diff.moved().stream().map(NetDiffObject::layer).toList());
    object.put(
        "changed",
        diff.changed().entrySet().stream()
            .map(entry -> changed(entry.getKey(), entry.getValue()))
            .toList());
    return object;
  }

  private static Map<String, Object> layer(NetDiff.Layer layer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("layer", layer.name());
    object.put("type", layer.type());
    return object;
  }

  private static Map<String, Object> rename(NetDiff.Rename rename) {
    Map<String, Object> object = layer(rename.before());
    object.put("name", rename.name());
    return object;
  }

  private static Map<String, Object> changed(NetDiff.Layer layer, List<NetDiff.Change> changes) {
    Map<String, Object> object = layer(layer);
    object.put("changes", changes(changes));
    return object;
  }

  private static List<Map<String, Object>> changes(List<NetDiff.Change> changes) {
    return changes.stream().map(NetDiffObject::change).toList();
  }

  private static Map<String, Object> change(NetDiff.Change change) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("key", change.key());
    object.put("before", change.before());
    object.put("after", change.after());
    return object;
  }
}
