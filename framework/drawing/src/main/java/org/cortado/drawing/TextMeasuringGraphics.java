package org.cortado.drawing;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Makes SVG in which each line of text says how long it is, so that it stays in its box even where
 * a viewer has another font.
 */
final class TextMeasuringGraphics extends SVGGraphics2D {

  private final Queue<Double> widths = new ArrayDeque<>();

  TextMeasuringGraphics(Document document) {
    super(document);
  }

  @Override
  public void drawString(String words, float x, float y) {
    widths.add(getFont().getStringBounds(words, getFontRenderContext()).getWidth());
    super.drawString(words, x, y);
  }

  /** Returns all that was painted; what is painted from now on starts anew. */
  Element rootWithLengths() {
    Element root = getRoot();
    NodeList texts = root.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      text.setAttribute("textLength", String.format(Locale.ROOT, "%.1f", widths.remove()));
      text.setAttribute("lengthAdjust", "spacingAndGlyphs");
    }
    return root;
  }
}
