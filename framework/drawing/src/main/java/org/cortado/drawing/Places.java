package org.cortado.drawing;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkShape;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Reads from a graph with a layout where everything is, counted from one corner. */
record Places(
    Diagram diagram,
    Map<List<String>, ElkNode> clusters,
    List<ElkNode> nodes,
    List<ElkEdge> edges,
    Map<ElkLabel, Text> texts) {

  /** Returns the picture. */
  Picture picture(ElkNode root) {
    return new Picture(
        root.getWidth(),
        root.getHeight(),
        clusters.entrySet().stream().map(this::cluster).toList(),
        placed(),
        edges.stream().map(this::route).toList(),
        texts.entrySet().stream().filter(Places::isNoTitle).map(this::label).toList());
  }

  private Picture.Cluster cluster(Map.Entry<List<String>, ElkNode> entry) {
    List<String> path = entry.getKey();
    return new Picture.Cluster(
        path.get(path.size() - 1), path.size() - 1, bounds(entry.getValue()));
  }

  private List<Picture.Placed> placed() {
    List<Picture.Placed> all = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      all.add(new Picture.Placed(diagram.nodes().get(i), bounds(nodes.get(i))));
    }
    return all;
  }

  private static boolean isNoTitle(Map.Entry<ElkLabel, Text> entry) {
    return entry.getValue().lines().get(0).style() != TextStyle.CLUSTER;
  }

  private Picture.Label label(Map.Entry<ElkLabel, Text> entry) {
    return new Picture.Label(entry.getValue(), bounds(entry.getKey()));
  }

  private Picture.Route route(ElkEdge edge) {
    Point2D origin = corner(edge.getContainingNode());
    ElkEdgeSection section = edge.getSections().get(0);
    List<Point2D> points = new ArrayList<>();
    points.add(point(origin, section.getStartX(), section.getStartY()));
    for (ElkBendPoint bend : section.getBendPoints()) {
      points.add(point(origin, bend.getX(), bend.getY()));
    }
    points.add(point(origin, section.getEndX(), section.getEndY()));
    List<Point2D> forks = new ArrayList<>();
    for (KVector fork : edge.getProperty(CoreOptions.JUNCTION_POINTS)) {
      forks.add(point(origin, fork.x, fork.y));
    }
    return new Picture.Route(points, forks, !endsInFork(edge));
  }

  private boolean endsInFork(ElkEdge edge) {
    int target = nodes.indexOf(ElkGraphUtil.connectableShapeToNode(edge.getTargets().get(0)));
    return diagram.nodes().get(target).form() == Diagram.Form.FORK;
  }

  private static Point2D point(Point2D origin, double x, double y) {
    return new Point2D.Double(origin.getX() + x, origin.getY() + y);
  }

  private static Rectangle2D bounds(ElkShape shape) {
    Point2D corner = corner(shape);
    return new Rectangle2D.Double(
        corner.getX(), corner.getY(), shape.getWidth(), shape.getHeight());
  }

  /** Returns the corner of a shape; its own place is counted from that of what holds it. */
  private static Point2D corner(ElkShape shape) {
    Point2D outer =
        shape.eContainer() instanceof ElkShape around ? corner(around) : new Point2D.Double();
    return point(outer, shape.getX(), shape.getY());
  }
}
