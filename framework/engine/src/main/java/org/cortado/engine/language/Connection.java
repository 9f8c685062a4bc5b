package org.cortado.engine.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.Fields;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.definition.Words;

/**
 * Connects the inputs or outputs of a block with the blobs that a use of it names, in their order
 * or by a map.
 *
 * @param key the use's key: {@code bottom} or {@code top}
 * @param noun what messages call a port: {@code input}
 * @param ports the block's names
 */
record Connection(String key, String noun, List<String> ports) {

  Connection {
    ports = List.copyOf(ports);
  }

  /** Returns the surroundings' names by those of the block, as far as the use gives them. */
  Map<String, String> read(Fields fields) {
    Node node = fields.map().get(key).orElse(null);
    if (node instanceof MapNode map) {
      return byName(map, fields);
    }
    List<BlobName> blobs = fields.blobs(key);
    Map<String, String> connected = new LinkedHashMap<>();
    if (blobs.size() == ports.size()) {
      for (int i = 0; i < ports.size(); i++) {
        connected.put(ports.get(i), blobs.get(i).name());
      }
    } else if (node != null && !blobs.isEmpty()) {
      fields.reporter().add(node.place(), wrongCount(blobs.size()));
    }
    return connected;
  }

  private String wrongCount(int found) {
    String names = ports.isEmpty() ? "" : " (" + Words.listed(ports) + ")";
    return "%s must name %d blob%s, as the block has %d %s%s%s, but names %d"
        .formatted(
            key,
            ports.size(),
            ports.size() == 1 ? "" : "s",
            ports.size(),
            noun,
            ports.size() == 1 ? "" : "s",
            names,
            found);
  }

  private Map<String, String> byName(MapNode map, Fields fields) {
    Map<String, String> connected = new LinkedHashMap<>();
    for (MapEntry entry : map.entries()) {
      if (!ports.contains(entry.key())) {
        fields.reporter().add(entry.place(), unknown(entry.key()));
      } else if (entry.value() instanceof ScalarNode blob && !blob.isNull()) {
        connected.put(entry.key(), blob.text());
      } else {
        fields.reporter().at(key).at(entry.key()).mustBe("a blob's name", entry.value());
      }
    }
    return connected;
  }

  private String unknown(String port) {
    String near = Spelling.suggestion(port, ports);
    String known = ports.isEmpty() ? "none" : Words.listed(ports);
    return "the block has no %s %s%s"
        .formatted(noun, Words.quoted(port), near.isEmpty() ? "; it has " + known : near);
  }
}
