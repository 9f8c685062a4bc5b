package org.cortado.drawing;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A diagram in which everything has its place, in points from the upper left corner.
 *
 * @param width of the whole
 * @param height of the whole
 * @param clusters the outer before the inner
 * @param nodes in the order of the diagram
 * @param routes all ways from a node to a node
 * @param labels all text outside of nodes
 */
record Picture(
    double width,
    double height,
    List<Cluster> clusters,
    List<Placed> nodes,
    List<Route> routes,
    List<Label> labels) {

  /**
   * A frame around the layers of one use of a block.
   *
   * @param title what the use is named
   * @param depth how many clusters there are around it
   * @param bounds where it is
   */
  record Cluster(String title, int depth, Rectangle2D bounds) {}

  /**
   * A node in its place.
   *
   * @param node what it is
   * @param bounds where it is
   */
  record Placed(Diagram.Node node, Rectangle2D bounds) {}

  /**
   * The way of a wire to one node.
   *
   * @param points where it starts, bends and ends
   * @param forks where it leaves ways that it shared until then
   * @param headed whether it ends in a head, and doesn't go on
   */
  record Route(List<Point2D> points, List<Point2D> forks, boolean headed) {

    Route {
      points = List.copyOf(points);
      forks = List.copyOf(forks);
    }
  }

  /**
   * Text in its place.
   *
   * @param text what it says
   * @param bounds where it is
   */
  record Label(Text text, Rectangle2D bounds) {}

  Picture {
    clusters = List.copyOf(clusters);
    nodes = List.copyOf(nodes);
    routes = List.copyOf(routes);
    labels = List.copyOf(labels);
  }
}
