package org.cortado.engine.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Reporter;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.definition.Spelling;

/**
 * Sees to it that a block writes its outputs.
 *
 * @param block the block
 * @param frame that of its layers
 * @param layers the layers that came of it
 */
record OutputCheck(Block block, Frame frame, List<Node> layers) {

  OutputCheck {
    layers = List.copyOf(layers);
  }

  /** Reports the outputs that no layer writes. */
  void report(Reporter reporter) {
    Set<String> written = new HashSet<>();
    for (Node layer : layers) {
      if (layer instanceof MapNode map) {
        map.get("top").or(() -> map.get("name")).ifPresent(top -> note(top, written));
      }
    }
    Place place = frame.use().map(block.place()::usedAt).orElse(block.place());
    for (String output : block.outputs()) {
      if (!written.contains(frame.names().blob(output))) {
        reporter.add(place, missing(output, written));
      }
    }
  }

  private static void note(Node top, Set<String> written) {
    if (top instanceof ListNode list) {
      list.items().forEach(item -> note(item, written));
    } else if (top instanceof ScalarNode scalar) {
      written.add(scalar.text());
    }
  }

  private String missing(String output, Set<String> written) {
    List<String> inner =
        written.stream()
            .filter(top -> top.startsWith(frame.names().prefix()))
            .map(top -> top.substring(frame.names().prefix().length()))
            .sorted()
            .toList();
    return "no layer of block '%s' writes its output '%s'%s"
        .formatted(block.name(), output, Spelling.suggestion(output, inner));
  }
}
