package org.cortado.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Paints a picture, on whatever takes paint. */
final class Painter {

  private static final Color WIRE = new Color(0x52606D);
  private static final Color FRAME = new Color(0xC3CCD6);
  private static final Color[] GROUNDS = {new Color(0xF7F9FB), new Color(0xEFF3F7)};
  private static final double CORNER = 10;
  private static final double JOINT = 5;
  private static final double TITLE_INSET = 10;
  private static final BasicStroke THIN = new BasicStroke(1);
  private static final BasicStroke FIRM =
      new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private final Graphics2D graphics;

  Painter(Graphics2D graphics) {
    this.graphics = graphics;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** Paints all of it. */
  void paint(Picture picture) {
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(0, 0, picture.width(), picture.height()));
    picture.clusters().forEach(this::paint);
    paint(picture.routes());
    picture.nodes().forEach(this::paint);
    picture.labels().forEach(label -> write(label.text(), label.bounds()));
  }

  private void paint(Picture.Cluster cluster) {
    Rectangle2D bounds = cluster.bounds();
    outlined(rounded(bounds), GROUNDS[cluster.depth() % GROUNDS.length], FRAME, THIN);
    Text title = Text.of(TextStyle.CLUSTER, cluster.title());
    write(
        title,
        new Rectangle2D.Double(
            bounds.getX() + TITLE_INSET,
            bounds.getY() + TITLE_INSET / 2,
            title.width(),
            title.height()));
  }

  /** All at once, lest what ways share be painted twice and look thicker than the rest. */
  private void paint(List<Picture.Route> routes) {
    Path2D wires = new Path2D.Double();
    routes.forEach(route -> wires.append(WirePath.of(route.points(), route.headed()), false));
    graphics.setColor(WIRE);
    graphics.setStroke(FIRM);
    graphics.draw(wires);
    routes.forEach(this::paintEnds);
  }

  private void paintEnds(Picture.Route route) {
    if (route.headed()) {
      graphics.fill(WirePath.head(route.points()));
    }
    for (Point2D fork : route.forks()) {
      graphics.fill(
          new Ellipse2D.Double(fork.getX() - JOINT / 2, fork.getY() - JOINT / 2, JOINT, JOINT));
    }
  }

  private void paint(Picture.Placed placed) {
    Rectangle2D bounds = placed.bounds();
    Family family = placed.node().family();
    switch (placed.node().form()) {
      case BOX -> outlined(rounded(bounds), family.fill(), family.edge(), FIRM);
      case CIRCLE -> outlined(circle(bounds), family.fill(), family.edge(), FIRM);
      case FORK -> {
        graphics.setColor(WIRE);
        graphics.fill(circle(bounds));
      }
      case BARE, END -> {}
    }
    write(placed.node().text(), bounds);
  }

  private static Shape rounded(Rectangle2D bounds) {
    return new RoundRectangle2D.Double(
        bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight(), CORNER, CORNER);
  }

  private static Shape circle(Rectangle2D bounds) {
    return new Ellipse2D.Double(
        bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  private void outlined(Shape shape, Color fill, Color edge, BasicStroke stroke) {
    graphics.setColor(fill);
    graphics.fill(shape);
    graphics.setColor(edge);
    graphics.setStroke(stroke);
    graphics.draw(shape);
  }

  /** Writes text into the middle of a place. */
  private void write(Text text, Rectangle2D bounds) {
    double y = bounds.getCenterY() - text.height() / 2;
    for (Text.Line line : text.lines()) {
      graphics.setColor(line.style().colour());
      graphics.setFont(line.style().font());
      double x = bounds.getCenterX() - line.width() / 2;
      if (!line.words().isEmpty()) {
        graphics.drawString(line.words(), (float) x, (float) (y + line.style().baseline()));
      }
      y += line.style().height();
    }
  }
}
