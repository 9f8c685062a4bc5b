package org.cortado.drawing;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cortado.api.blob.Blob;
import org.cortado.drawing.Diagram.Form;
import org.cortado.drawing.Diagram.Node;
import org.cortado.drawing.Diagram.Wire;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.ParameterDefinition;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/**
 * Turns a net that has run into a diagram as lectures on backpropagation draw them: a gate a layer,
 * and on each wire the value that went forward above the gradient that came back.
 */
final class CircuitDiagram {

  private final Recording recording;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();
  private final IdentityHashMap<Blob, Outlet> carriers = new IdentityHashMap<>();
  private final Set<Outlet> unread = new LinkedHashSet<>();

  /**
   * A top that flows on.
   *
   * @param node the index of the node that it leaves
   * @param layer the layer that wrote it
   * @param top which of the layer's tops it is
   */
  private record Outlet(int node, NetLayer layer, int top) {}

  private CircuitDiagram(Recording recording) {
    this.recording = recording;
  }

  /** Returns the diagram of a net. */
  static Diagram of(Net net, Recording recording) {
    CircuitDiagram diagram = new CircuitDiagram(recording);
    net.layers().forEach(diagram::add);
    List.copyOf(diagram.unread).forEach(diagram::end);
    return new Diagram(diagram.nodes, diagram.wires);
  }

  private void add(NetLayer layer) {
    if (layer.bottoms().isEmpty()) {
      addInputs(layer);
    } else {
      List<Integer> parameters = addParameters(layer);
      int gate = add(layer.isInserted() ? fork(layer) : gate(layer));
      connect(layer, gate);
      connectParameters(layer, parameters, gate);
      for (int top = 0; top < layer.tops().size(); top++) {
        carry(new Outlet(gate, layer, top));
      }
    }
  }

  private int add(Node node) {
    nodes.add(node);
    return nodes.size() - 1;
  }

  private void addInputs(NetLayer layer) {
    List<BlobName> names = layer.definition().tops();
    for (int top = 0; top < names.size(); top++) {
      String called = top == 0 ? layer.name() : "";
      carry(new Outlet(add(bare(called, names.get(top).name(), layer)), layer, top));
    }
  }

  private List<Integer> addParameters(NetLayer layer) {
    List<Integer> added = new ArrayList<>();
    for (int i = 0; i < layer.layer().parameters().size(); i++) {
      String name = parameterName(layer, i);
      added.add(add(bare("", name, layer)));
    }
    return added;
  }

  private static String parameterName(NetLayer layer, int index) {
    return layer.definition().params().stream()
        .skip(index)
        .findFirst()
        .flatMap(ParameterDefinition::name)
        .orElseGet(() -> LayerPath.of(layer).name() + "." + index);
  }

  private static Node bare(String layer, String name, NetLayer of) {
    LayerPath path = LayerPath.of(of);
    Text text = Text.of(TextStyle.NAME, name.substring(name.lastIndexOf('/') + 1));
    return new Node(layer, Form.BARE, Family.DATA, text, Text.NONE, path.clusters());
  }

  private static Node fork(NetLayer layer) {
    List<String> clusters = LayerPath.of(layer).clusters();
    return new Node("", Form.FORK, Family.OTHER, Text.NONE, Text.NONE, clusters);
  }

  private static Node gate(NetLayer layer) {
    LayerPath path = LayerPath.of(layer);
    Text name = Text.of(TextStyle.OPTION, path.name());
    return GateSymbol.of(layer)
        .map(
            symbol ->
                new Node(
                    layer.name(),
                    Form.CIRCLE,
                    Family.of(layer),
                    Text.of(TextStyle.SYMBOL, symbol),
                    name,
                    path.clusters()))
        .orElseGet(
            () ->
                new Node(
                    layer.name(),
                    Form.BOX,
                    Family.of(layer),
                    Text.of(TextStyle.TYPE, layer.type()),
                    name,
                    path.clusters()));
  }

  private void carry(Outlet outlet) {
    carriers.put(outlet.layer().tops().get(outlet.top()), outlet);
    unread.add(outlet);
  }

  private void connect(NetLayer layer, int gate) {
    for (int bottom = 0; bottom < layer.bottoms().size(); bottom++) {
      Outlet from = Objects.requireNonNull(carriers.get(layer.bottoms().get(bottom)));
      unread.remove(from);
      wire(from, gate, recording.gradient(layer, bottom));
    }
  }

  private void wire(Outlet from, int to, List<String> gradient) {
    wire(from.node(), to, recording.value(from.layer(), from.top()), gradient);
  }

  private void wire(int from, int to, List<String> value, List<String> gradient) {
    Text middle = Text.of(TextStyle.VALUE, value).halvedBy(Text.of(TextStyle.GRADIENT, gradient));
    wires.add(new Wire(from, List.of(to), Text.NONE, middle));
  }

  private void connectParameters(NetLayer layer, List<Integer> parameters, int gate) {
    for (int i = 0; i < parameters.size(); i++) {
      Blob blob = layer.layer().parameters().get(i);
      List<String> gradient =
          blob.takesGradient() ? recording.gradient(layer, blob) : List.<String>of();
      wire(parameters.get(i), gate, recording.value(blob), gradient);
    }
  }

  private void end(Outlet outlet) {
    List<String> clusters = nodes.get(outlet.node()).clusters();
    int end = add(new Node("", Form.END, Family.OTHER, Text.NONE, Text.NONE, clusters));
    wire(outlet, end, recording.gradientAtEnd(outlet.layer(), outlet.top()));
  }
}
