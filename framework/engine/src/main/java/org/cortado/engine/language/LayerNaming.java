package org.cortado.engine.language;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cortado.engine.definition.Fields;
import org.cortado.engine.definition.Inclusion;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.Reporter;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.definition.Words;

/** Gives a layer of a block the names that it has in the net, and what its use says of it. */
final class LayerNaming {

  private static final String NAME = "name";
  private static final String TOP = "top";

  private final Frame frame;
  private final Problems problems;

  LayerNaming(Frame frame, Problems problems) {
    this.frame = frame;
    this.problems = problems;
  }

  /** Returns the layer as it stands in the net; nothing if it can be in no state of it. */
  Optional<MapNode> apply(MapNode layer) {
    if (frame.use().isEmpty()) {
      return included(layer);
    }
    String name = layer.get(NAME).flatMap(ScalarNode::textOf).orElse("");
    MapNode named = Trees.replace(withTop(layer, name), NAME, node -> rename(node, this::layer));
    named = Trees.replace(named, "bottom", node -> rename(node, frame.names()::blob));
    named = Trees.replace(named, TOP, node -> rename(node, frame.names()::blob));
    named = Trees.replace(named, "params", this::params);
    named = Trees.replace(named, "shares", node -> rename(node, this::layer));
    return included(shared(named, name));
  }

  private static Node rename(Node node, UnaryOperator<String> names) {
    return Trees.rename(node, names);
  }

  private String layer(String name) {
    return frame.names().layer(name);
  }

  /** A top that is left to its default bears the layer's name, which may be an output's. */
  private MapNode withTop(MapNode layer, String name) {
    boolean isOutput = !frame.names().blob(name).equals(frame.names().layer(name));
    return layer.get(TOP).isEmpty() && isOutput
        ? layer.with(Trees.entry(layer.place(), TOP, ScalarNode.ofText(layer.place(), name)))
        : layer;
  }

  private Node params(Node params) {
    if (params instanceof ListNode list) {
      return new ListNode(list.place(), list.items().stream().map(this::params).toList());
    }
    return params instanceof MapNode map
        ? Trees.replace(map, NAME, node -> rename(node, this::layer))
        : params;
  }

  private MapNode shared(MapNode layer, String name) {
    return frame
        .owner(name)
        .map(owner -> ScalarNode.ofText(layer.place(), owner))
        .map(owner -> layer.without("params").with(Trees.entry(layer.place(), "shares", owner)))
        .orElse(layer);
  }

  private Optional<MapNode> included(MapNode layer) {
    if (frame.inclusion().equals(Inclusion.ALWAYS)) {
      return Optional.of(layer);
    }
    String name = layer.get(NAME).flatMap(ScalarNode::textOf).orElse("");
    String subject = "layer " + Words.quoted(name);
    Reporter reporter = new Reporter(subject + ": ", "", problems);
    return Inclusion.read(new Fields(layer, reporter))
        .within(frame.inclusion(), layer.place(), reporter)
        .map(both -> both.putInto(layer));
  }
}
