package org.cortado.drawing;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.cortado.drawing.Diagram.Node;

/**
 * How large a node is around its text.
 *
 * <p>Even numbers, so that the middle of a side is where the layout can put a wire without a bend.
 */
record NodeSize(double width, double height) {

  private static final double BESIDE_TEXT = 12;
  private static final double ABOVE_TEXT = 8;
  private static final double NARROWEST = 84;
  private static final double CIRCLE = 44;
  private static final double FORK = 2;
  private static final double END = 2;
  private static final double BETWEEN_LABELS = 12;

  static NodeSize of(Node node) {
    double width = node.text().width();
    double height = node.text().height();
    return switch (node.form()) {
      case BOX ->
          new NodeSize(
              even(Math.max(width + 2 * BESIDE_TEXT, NARROWEST)), even(height + 2 * ABOVE_TEXT));
      case CIRCLE -> circle(width + BESIDE_TEXT);
      case BARE -> new NodeSize(even(width + BESIDE_TEXT), even(height + ABOVE_TEXT));
      case FORK -> new NodeSize(FORK, FORK);
      case END -> new NodeSize(END, END);
    };
  }

  /**
   * Returns this size, or what is needed for wires that leave with labels side by side.
   *
   * <p>The layout shares the side out evenly, and the outer two of the labels may stand over.
   */
  NodeSize withRoomFor(List<Text> labels, Flow flow) {
    if (labels.size() <= 2 && (flow == Flow.DOWN || labels.size() <= 1)) {
      return this;
    }
    double parts = labels.size() + 1;
    return flow == Flow.DOWN
        ? new NodeSize(even(Math.max(width, parts * room(labels, Text::width))), height)
        : new NodeSize(width, even(Math.max(height, parts * room(labels, Text::height))));
  }

  private static double room(List<Text> labels, ToDoubleFunction<Text> extent) {
    return labels.stream().mapToDouble(extent).max().orElse(0) + BETWEEN_LABELS;
  }

  private static NodeSize circle(double least) {
    double size = even(Math.max(CIRCLE, least));
    return new NodeSize(size, size);
  }

  private static double even(double size) {
    return 2 * Math.ceil(size / 2);
  }
}
