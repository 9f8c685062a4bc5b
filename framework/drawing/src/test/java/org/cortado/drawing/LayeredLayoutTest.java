package org.cortado.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.assertj.core.data.Offset;
import org.cortado.drawing.Diagram.Form;
import org.cortado.drawing.Diagram.Node;
import org.cortado.drawing.Diagram.Wire;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {

  private static final Offset<Double> HAIR = within(0.01);

  private static Node box(String name, String... clusters) {
    Text text = Text.of(TextStyle.NAME, name);
    return new Node(name, Form.BOX, Family.OTHER, text, Text.NONE, List.of(clusters));
  }

  private static Wire wire(int from, Integer... to) {
    return new Wire(from, List.of(to), Text.of(TextStyle.SHAPE, "[64 × 3 × 224 × 224]"), Text.NONE);
  }

  private static Diagram nested() {
    return new Diagram(
        List.of(box("x"), box("a", "outer"), box("b", "outer", "inner"), box("y")),
        List.of(wire(0, 1, 2), wire(1, 2), wire(2, 3)));
  }

  private static Rectangle2D node(Picture picture, int index) {
    return picture.nodes().get(index).bounds();
  }

  @Test
  void putsReadersBelowWhatTheyRead() {
    Picture picture = LayeredLayout.of(nested(), Flow.DOWN);
    assertThat(node(picture, 1).getMinY()).isGreaterThan(node(picture, 0).getMaxY());
    assertThat(node(picture, 3).getMinY()).isGreaterThan(node(picture, 2).getMaxY());
  }

  @Test
  void putsReadersToTheRightIfAsked() {
    Picture picture = LayeredLayout.of(nested(), Flow.RIGHT);
    assertThat(node(picture, 1).getMinX()).isGreaterThan(node(picture, 0).getMaxX());
  }

  @Test
  void framesClustersInsideClusters() {
    Picture picture = LayeredLayout.of(nested(), Flow.DOWN);
    Rectangle2D outer = picture.clusters().get(0).bounds();
    Rectangle2D inner = picture.clusters().get(1).bounds();
    assertThat(picture.clusters())
        .extracting(Picture.Cluster::title)
        .containsExactly("outer", "inner");
    assertThat(outer.contains(inner)).isTrue();
    assertThat(outer.contains(node(picture, 1))).isTrue();
    assertThat(inner.contains(node(picture, 2))).isTrue();
    assertThat(outer.intersects(node(picture, 0))).isFalse();
    assertThat(outer.intersects(node(picture, 3))).isFalse();
  }

  @Test
  void runsWiresUprightOrLevelFromNodeToNode() {
    Picture picture = LayeredLayout.of(nested(), Flow.DOWN);
    assertThat(picture.routes()).hasSize(4);
    picture.routes().forEach(LayeredLayoutTest::requireSquare);
    List<Point2D> first = picture.routes().get(0).points();
    assertThat(first.get(0).getY()).isCloseTo(node(picture, 0).getMaxY(), HAIR);
    assertThat(first.get(first.size() - 1).getY()).isCloseTo(node(picture, 1).getMinY(), HAIR);
  }

  private static void requireSquare(Picture.Route route) {
    for (int i = 1; i < route.points().size(); i++) {
      Point2D one = route.points().get(i - 1);
      Point2D other = route.points().get(i);
      double skew =
          Math.min(Math.abs(one.getX() - other.getX()), Math.abs(one.getY() - other.getY()));
      assertThat(skew).isCloseTo(0, HAIR);
    }
  }

  @Test
  void keepsManyLabelsOfANodeApart() {
    Diagram diagram =
        new Diagram(
            List.of(box("x"), box("a"), box("b"), box("c"), box("d")),
            List.of(wire(0, 1), wire(0, 2), wire(0, 3), wire(0, 4)));
    for (Flow flow : Flow.values()) {
      List<Picture.Label> labels = LayeredLayout.of(diagram, flow).labels();
      assertThat(labels).hasSize(4);
      for (Picture.Label label : labels) {
        assertThat(labels.stream().filter(other -> other.bounds().intersects(label.bounds())))
            .as(label.toString())
            .hasSize(1);
      }
    }
  }

  @Test
  void boxesHoldTheirText() {
    Picture picture = LayeredLayout.of(nested(), Flow.DOWN);
    for (Picture.Placed placed : picture.nodes()) {
      assertThat(placed.bounds().getWidth()).isGreaterThan(placed.node().text().width());
      assertThat(placed.bounds().getHeight()).isGreaterThan(placed.node().text().height());
    }
  }
}
