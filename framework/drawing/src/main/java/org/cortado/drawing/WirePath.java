package org.cortado.drawing;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;

/** The lines of a wire: straight, with round bends, and a head where it ends. */
final class WirePath {

  private static final double BEND = 6;
  private static final double HEAD_LENGTH = 8;
  private static final double HEAD_WIDTH = 6;

  private WirePath() {}

  /**
   * Returns the line through the points.
   *
   * @param headed whether it ends a little short of the last, where the head is
   */
  static Path2D of(List<Point2D> points, boolean headed) {
    int last = points.size() - 1;
    Path2D path = new Path2D.Double();
    path.moveTo(points.get(0).getX(), points.get(0).getY());
    for (int i = 1; i < last; i++) {
      bend(path, points.get(i - 1), points.get(i), points.get(i + 1));
    }
    Point2D end = towards(points.get(last), points.get(last - 1), headed ? HEAD_LENGTH / 2 : 0);
    path.lineTo(end.getX(), end.getY());
    return path;
  }

  private static void bend(Path2D path, Point2D before, Point2D corner, Point2D after) {
    Point2D in = towards(corner, before, radius(corner, before));
    Point2D out = towards(corner, after, radius(corner, after));
    path.lineTo(in.getX(), in.getY());
    path.quadTo(corner.getX(), corner.getY(), out.getX(), out.getY());
  }

  private static double radius(Point2D corner, Point2D neighbour) {
    return Math.min(BEND, corner.distance(neighbour) / 2);
  }

  /** Returns the head that points to the last point. */
  static Path2D head(List<Point2D> points) {
    Point2D tip = points.get(points.size() - 1);
    Point2D back = towards(tip, points.get(points.size() - 2), HEAD_LENGTH);
    double across = HEAD_WIDTH / 2 / HEAD_LENGTH;
    double dx = (tip.getY() - back.getY()) * across;
    double dy = (back.getX() - tip.getX()) * across;
    Path2D head = new Path2D.Double();
    head.moveTo(tip.getX(), tip.getY());
    head.lineTo(back.getX() + dx, back.getY() + dy);
    head.lineTo(back.getX() - dx, back.getY() - dy);
    head.closePath();
    return head;
  }

  private static Point2D towards(Point2D from, Point2D to, double distance) {
    double part = from.distance(to) == 0 ? 0 : distance / from.distance(to);
    return new Point2D.Double(
        from.getX() + part * (to.getX() - from.getX()),
        from.getY() + part * (to.getY() - from.getY()));
  }
}
