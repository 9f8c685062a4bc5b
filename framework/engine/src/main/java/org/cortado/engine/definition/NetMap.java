package org.cortado.engine.definition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The map that a net's file is. */
final class NetMap {

  private static final List<String> KNOWN = List.of("name", "layers", "force_backward");
  private static final Keys KEYS =
      new Keys(
          "key",
          KNOWN,
          "; a net has name, vars, import, blocks, layers and force_backward, and a variable is set"
              + " by vars.NAME=VALUE");

  private final Fields fields;
  private final Path file;

  NetMap(MapNode map, Path file, Problems problems) {
    Reporter reporter = new Reporter("", "", problems);
    this.fields = new Fields(KEYS.check(map, reporter), reporter);
    this.file = file;
  }

  NetDefinition read() {
    return new NetDefinition(
        fields.read("name", new NameType()).orElseGet(this::nameOfFile),
        fields.read("force_backward", new BooleanType()).orElse(false),
        layers(),
        file);
  }

  private String nameOfFile() {
    String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private List<LayerDefinition> layers() {
    Optional<Node> layers = fields.map().get("layers");
    if (layers.isEmpty()) {
      fields.reporter().add(fields.map().place(), "layers is missing; it must be a list of layers");
      return List.of();
    }
    if (layers.get() instanceof ListNode list && !list.items().isEmpty()) {
      return layers(list);
    }
    Node found = layers.get();
    String described = found instanceof ListNode ? "an empty one" : found.described();
    fields.reporter().at("layers").mustBe("a list of layers", found, described, "");
    return List.of();
  }

  private List<LayerDefinition> layers(ListNode list) {
    List<LayerDefinition> layers = new ArrayList<>();
    LayerNames names = new LayerNames(fields.reporter().problems());
    for (int i = 0; i < list.items().size(); i++) {
      if (list.items().get(i) instanceof MapNode map) {
        LayerDefinition layer = new LayerReader(map, i + 1, fields.reporter().problems()).read();
        names.add(layer, map.get("name").map(Node::place).orElse(layer.place()));
        layers.add(layer);
      } else {
        new Reporter("", "layer " + (i + 1), fields.reporter().problems())
            .mustBe("a map with a name and a type", list.items().get(i));
      }
    }
    return layers;
  }
}
