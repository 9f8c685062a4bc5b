package org.cortado.drawing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.NodeLabelPlacement;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortLabelPlacement;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkGraphElement;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Gives all of a diagram its place, by the Eclipse Layout Kernel's layered algorithm. */
final class LayeredLayout {

  private static final double MARGIN = 24;
  private static final double BESIDE_LABEL = 6;

  private final Diagram diagram;
  private final Flow flow;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<List<String>, ElkNode> clusters = new LinkedHashMap<>();
  private final List<ElkNode> nodes = new ArrayList<>();
  private final Map<ElkLabel, Text> labels = new LinkedHashMap<>();
  private final List<ElkEdge> edges = new ArrayList<>();
  private final Map<Integer, ElkPort> forks = new HashMap<>();

  private LayeredLayout(Diagram diagram, Flow flow) {
    this.diagram = diagram;
    this.flow = flow;
  }

  /** Returns the picture that a diagram makes. */
  static Picture of(Diagram diagram, Flow flow) {
    LayeredLayout layout = new LayeredLayout(diagram, flow);
    layout.describe();
    diagram.nodes().forEach(layout::add);
    diagram.wires().forEach(layout::add);
    new RecursiveGraphLayoutEngine().layout(layout.root, new NullElkProgressMonitor());
    return new Places(diagram, layout.clusters, layout.nodes, layout.edges, layout.labels)
        .picture(layout.root);
  }

  private void describe() {
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, flow == Flow.DOWN ? Direction.DOWN : Direction.RIGHT);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
    root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
    describeInside(root);
  }

  /** What holds inside of a cluster has to be said of each: none takes it from what is around. */
  private void describeInside(ElkNode cluster) {
    cluster.setProperty(CoreOptions.SPACING_NODE_NODE, 28.0);
    cluster.setProperty(CoreOptions.SPACING_EDGE_NODE, 18.0);
    cluster.setProperty(CoreOptions.SPACING_EDGE_EDGE, 14.0);
    cluster.setProperty(CoreOptions.SPACING_LABEL_PORT_HORIZONTAL, 5.0);
    cluster.setProperty(CoreOptions.SPACING_LABEL_PORT_VERTICAL, 3.0);
    cluster.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 34.0);
    cluster.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 16.0);
    cluster.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
    // The one makes straight lines of short nets, the other doesn't let long ones drift sideways.
    cluster.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY,
        diagram.isCircuit()
            ? NodePlacementStrategy.BRANDES_KOEPF
            : NodePlacementStrategy.NETWORK_SIMPLEX);
  }

  private ElkNode cluster(List<String> path) {
    ElkNode known = path.isEmpty() ? root : clusters.get(path);
    if (known != null) {
      return known;
    }
    ElkNode made = ElkGraphUtil.createNode(cluster(path.subList(0, path.size() - 1)));
    describeInside(made);
    Text title = Text.of(TextStyle.CLUSTER, path.get(path.size() - 1));
    made.setProperty(CoreOptions.PADDING, new ElkPadding(title.height() + 16, 18, 18, 18));
    made.setProperty(
        CoreOptions.NODE_SIZE_CONSTRAINTS,
        EnumSet.of(SizeConstraint.NODE_LABELS, SizeConstraint.MINIMUM_SIZE));
    label(made, title)
        .setProperty(CoreOptions.NODE_LABELS_PLACEMENT, NodeLabelPlacement.insideTopLeft());
    clusters.put(List.copyOf(path), made);
    return made;
  }

  private void add(Diagram.Node node) {
    ElkNode made = ElkGraphUtil.createNode(cluster(node.clusters()));
    made.setProperty(
        CoreOptions.PORT_CONSTRAINTS,
        node.form() == Diagram.Form.CIRCLE
            ? PortConstraints.FIXED_ORDER
            : PortConstraints.FIXED_SIDE);
    made.setProperty(CoreOptions.PORT_LABELS_PLACEMENT, PortLabelPlacement.outside());
    NodeSize size = NodeSize.of(node).withRoomFor(labelsOf(nodes.size()), flow);
    made.setDimensions(size.width(), size.height());
    if (!node.caption().isEmpty()) {
      label(made, node.caption())
          .setProperty(
              CoreOptions.NODE_LABELS_PLACEMENT,
              flow == Flow.DOWN
                  ? EnumSet.of(
                      NodeLabelPlacement.OUTSIDE,
                      NodeLabelPlacement.H_RIGHT,
                      NodeLabelPlacement.V_CENTER)
                  : NodeLabelPlacement.outsideBottomCenter());
    }
    nodes.add(made);
  }

  private List<Text> labelsOf(int node) {
    return diagram.wires().stream()
        .filter(wire -> wire.from() == node)
        .map(Diagram.Wire::start)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private ElkLabel label(ElkGraphElement owner, Text text) {
    ElkLabel label = ElkGraphUtil.createLabel(owner);
    label.setText(text.lines().get(0).words());
    label.setDimensions(Math.ceil(text.width()), Math.ceil(text.height()));
    labels.put(label, text);
    return label;
  }

  private void add(Diagram.Wire wire) {
    ElkPort from = start(wire.from());
    if (!wire.start().isEmpty()) {
      label(from, wire.start());
    }
    for (int to : wire.to()) {
      ElkPort into = port(to, flow == Flow.DOWN ? PortSide.NORTH : PortSide.WEST);
      ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, into);
      ElkGraphUtil.updateContainment(edge);
      edges.add(edge);
      if (!wire.middle().isEmpty()) {
        labelOnWire(edge, wire.middle());
      }
    }
  }

  /** Returns where a wire leaves a node: all at one point where a wire forks. */
  private ElkPort start(int node) {
    PortSide side = flow == Flow.DOWN ? PortSide.SOUTH : PortSide.EAST;
    return diagram.nodes().get(node).form() == Diagram.Form.FORK
        ? forks.computeIfAbsent(node, fork -> port(fork, side))
        : port(node, side);
  }

  private void labelOnWire(ElkEdge edge, Text text) {
    ElkLabel label = label(edge, text);
    label.setWidth(label.getWidth() + 2 * BESIDE_LABEL);
    label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
    label.setProperty(CoreOptions.EDGE_LABELS_INLINE, flow == Flow.RIGHT);
  }

  /** Makes the next port on a side; their numbers go around the node, with the clock. */
  private ElkPort port(int node, PortSide side) {
    ElkNode owner = nodes.get(node);
    int number = owner.getPorts().size();
    boolean back = side == PortSide.WEST || side == PortSide.SOUTH;
    ElkPort port = ElkGraphUtil.createPort(owner);
    port.setProperty(CoreOptions.PORT_SIDE, side);
    port.setProperty(CoreOptions.PORT_INDEX, back ? -number : number);
    return port;
  }
}
