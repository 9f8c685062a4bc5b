package org.cortado.engine.solver;

import java.nio.file.Path;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;

/**
 * Fills in what a plain list of layers leaves to defaults, so that it outlives a change of them.
 */
final class ExpandedNet {

  private static final String LAYERS = "layers";
  private static final String OPTIONS = "options";

  private final LayerCatalogue catalogue;
  private final RecordReader reader;

  ExpandedNet(LayerCatalogue catalogue) {
    this.catalogue = catalogue;
    reader = new RecordReader(catalogue.variants(), Path.of(""));
  }

  /** Returns a net with the defaults of all options of its layers. */
  Node expand(Node net) {
    return net instanceof MapNode map && map.get(LAYERS).orElse(map) instanceof ListNode layers
        ? map.with(new MapEntry(LAYERS, map.place(), expand(layers)))
        : net;
  }

  private ListNode expand(ListNode layers) {
    return new ListNode(layers.place(), layers.items().stream().map(this::expandLayer).toList());
  }

  private Node expandLayer(Node node) {
    return node instanceof MapNode layer
        ? layer
            .get("type")
            .flatMap(ScalarNode::textOf)
            .flatMap(catalogue::find)
            .map(declaration -> withOptions(layer, declaration))
            .orElse(layer)
        : node;
  }

  private MapNode withOptions(MapNode layer, LayerDeclaration declaration) {
    MapNode options = reader.expand(options(layer), declaration.optionsType());
    return options.entries().isEmpty()
        ? layer
        : layer.with(new MapEntry(OPTIONS, options.place(), options));
  }

  private static MapNode options(MapNode layer) {
    return layer.get(OPTIONS).orElseGet(() -> MapNode.empty(layer.place()))
            instanceof MapNode options
        ? options
        : MapNode.empty(layer.place());
  }
}
