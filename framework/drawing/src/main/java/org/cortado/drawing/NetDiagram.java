package org.cortado.drawing;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.drawing.Diagram.Form;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/** Turns a net into a diagram: a box a layer, and on each wire the shape of what it carries. */
final class NetDiagram {

  private final List<Diagram.Node> nodes = new ArrayList<>();
  private final List<Outlet> outlets = new ArrayList<>();
  private final IdentityHashMap<Blob, Outlet> carriers = new IdentityHashMap<>();

  /**
   * A top, and who reads it.
   *
   * @param from the index of the node that writes it
   * @param shape its shape
   * @param readers the indexes of the nodes that read it
   */
  private record Outlet(int from, Shape shape, List<Integer> readers) {}

  private NetDiagram() {}

  /** Returns the diagram of a net. */
  static Diagram of(Net net) {
    NetDiagram diagram = new NetDiagram();
    net.layers().forEach(diagram::add);
    return diagram.finished();
  }

  private void add(NetLayer layer) {
    if (layer.isInserted()) {
      Outlet forked = carrier(layer.bottoms().get(0));
      layer.tops().forEach(branch -> carriers.put(branch, forked));
      return;
    }
    int index = nodes.size();
    nodes.add(box(layer));
    layer.bottoms().forEach(bottom -> carrier(bottom).readers().add(index));
    layer.tops().forEach(top -> carry(index, top));
  }

  private Outlet carrier(Blob blob) {
    return Objects.requireNonNull(carriers.get(blob), "a layer stands behind what it reads from");
  }

  private void carry(int from, Blob top) {
    Outlet outlet = new Outlet(from, top.shape(), new ArrayList<>());
    outlets.add(outlet);
    carriers.put(top, outlet);
  }

  private static Diagram.Node box(NetLayer layer) {
    LayerPath path = LayerPath.of(layer);
    Text text =
        Text.of(TextStyle.NAME, path.name())
            .above(Text.of(TextStyle.TYPE, layer.type()))
            .above(Text.of(TextStyle.OPTION, OptionLines.of(layer.definition().options())));
    return new Diagram.Node(
        layer.name(), Form.BOX, Family.of(layer), text, Text.NONE, path.clusters());
  }

  private Diagram finished() {
    List<Diagram.Wire> wires = outlets.stream().map(this::wire).toList();
    return new Diagram(nodes, wires);
  }

  private Diagram.Wire wire(Outlet outlet) {
    List<Integer> to = outlet.readers().isEmpty() ? List.of(end(outlet)) : outlet.readers();
    return new Diagram.Wire(
        outlet.from(), to, Text.of(TextStyle.SHAPE, ShapeText.of(outlet.shape())), Text.NONE);
  }

  private int end(Outlet outlet) {
    List<String> clusters = nodes.get(outlet.from()).clusters();
    nodes.add(new Diagram.Node("", Form.END, Family.OTHER, Text.NONE, Text.NONE, clusters));
    return nodes.size() - 1;
  }
}
