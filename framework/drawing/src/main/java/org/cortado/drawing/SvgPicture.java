package org.cortado.drawing;

import java.awt.Dimension;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a picture as SVG. */
final class SvgPicture {

  private static final String SVG = "http://www.w3.org/2000/svg";

  private SvgPicture() {}

  static void write(Picture picture, OutputStream to) throws IOException {
    TextMeasuringGraphics graphics = new TextMeasuringGraphics(document());
    int width = (int) Math.ceil(picture.width());
    int height = (int) Math.ceil(picture.height());
    graphics.setSVGCanvasSize(new Dimension(width, height));
    new Painter(graphics).paint(picture);
    Element root = graphics.rootWithLengths();
    root.setAttribute("viewBox", "0 0 " + width + " " + height);
    try {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(root), new StreamResult(to));
    } catch (TransformerException e) {
      throw new IOException(e);
    }
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has no XML", e);
    }
  }
}
