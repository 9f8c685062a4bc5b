package org.cortado.drawing;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;

/** How a line of text looks. */
enum TextStyle {
  NAME(Font.BOLD, 14, 0x1F2933),
  TYPE(Font.PLAIN, 12, 0x3E4C59),
  OPTION(Font.PLAIN, 10, 0x616E7C),
  SHAPE(Font.PLAIN, 10.5f, 0x52606D),
  CLUSTER(Font.BOLD, 13, 0x52606D),
  SYMBOL(Font.BOLD, 16, 0x1F2933),

  /** Stands high above the wire below it. */
  VALUE(Font.PLAIN, 14, 0x1B7F3B, 1.35, 0.9),

  /** Stands well below the wire above it. */
  GRADIENT(Font.PLAIN, 14, 0xC62828, 1.35, 1.1);

  private static final FontRenderContext FINE = new FontRenderContext(null, true, true);

  private final int weight;
  private final float size;
  private final Color colour;
  private final double height;
  private final double baseline;

  TextStyle(int weight, float size, int colour) {
    this(weight, size, colour, 1.25, 0.95);
  }

  /**
   * Makes a style.
   *
   * @param height of a line, in sizes of the font
   * @param baseline how far below the top of a line its letters stand, in sizes of the font
   */
  TextStyle(int weight, float size, int colour, double height, double baseline) {
    this.weight = weight;
    this.size = size;
    this.colour = new Color(colour);
    this.height = height * size;
    this.baseline = baseline * size;
  }

  /** Returns the font, one that every machine has in some form. */
  Font font() {
    return new Font(Font.SANS_SERIF, weight, 1).deriveFont(size);
  }

  /** Returns the colour. */
  Color colour() {
    return colour;
  }

  /** Returns how wide a line is. */
  double width(String line) {
    return font().getStringBounds(line, FINE).getWidth();
  }

  /** Returns how much of the height a line takes up. */
  double height() {
    return height;
  }

  /** Returns how far below the top of a line its letters stand. */
  double baseline() {
    return baseline;
  }
}
