package org.cortado.drawing;

import java.util.List;

/**
 * What a picture shows, before anything has a place.
 *
 * @param nodes in the order of the net
 * @param wires what connects them
 */
record Diagram(List<Node> nodes, List<Wire> wires) {

  /** What a node looks like. */
  enum Form {
    /** A rounded box around its text. */
    BOX,

    /** A circle around its text: a gate of a circuit. */
    CIRCLE,

    /** Its text alone: what a circuit begins with. */
    BARE,

    /** A piece of wire, behind which it forks. */
    FORK,

    /** Nothing: what a wire that no layer reads ends in. */
    END
  }

  /**
   * A layer, or what stands for something else at an end of a wire.
   *
   * @param name the name of the layer that it stands for; empty if it stands for none
   * @param form what it looks like
   * @param family what gives it its colour
   * @param text what stands inside
   * @param caption what stands below
   * @param clusters the titles of the clusters around it, the outermost first
   */
  record Node(
      String name, Form form, Family family, Text text, Text caption, List<String> clusters) {

    Node {
      clusters = List.copyOf(clusters);
    }

    /** Returns whether it stands for a layer of the file. */
    boolean isLayer() {
      return !name.isEmpty();
    }
  }

  /**
   * What one node hands to others.
   *
   * @param from the index of the node that it leaves
   * @param to the indexes of the nodes that it reaches
   * @param start what is written beside its start
   * @param middle what is written on each of its ways, one half above and one half below
   */
  record Wire(int from, List<Integer> to, Text start, Text middle) {

    Wire {
      to = List.copyOf(to);
    }
  }

  /** Returns whether it shows what flows, and not only where it does. */
  boolean isCircuit() {
    return wires.stream().anyMatch(wire -> !wire.middle().isEmpty());
  }

  Diagram {
    nodes = List.copyOf(nodes);
    wires = List.copyOf(wires);
  }
}
