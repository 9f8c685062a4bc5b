package org.cortado.nets;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What {@code cortado draw} wrote. */
final class SvgFile {

  private static final String FRAME = "rgb(195,204,214)";
  private static final double LETTER = 10;

  private final Document document;

  SvgFile(Path file) {
    try {
      document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new AssertionError(file + " is no XML", e);
    }
  }

  /** Returns the outlines of the nodes, and not those of clusters. */
  List<Rectangle2D> boxes() {
    return elements("rect")
        .filter(element -> !List.of("none", FRAME).contains(inherited(element, "stroke")))
        .map(SvgFile::bounds)
        .toList();
  }

  /** Returns an attribute of an element, or else of the groups around it. */
  private static String inherited(Element element, String attribute) {
    return element.hasAttribute(attribute) || !(element.getParentNode() instanceof Element outer)
        ? element.getAttribute(attribute)
        : inherited(outer, attribute);
  }

  private static Rectangle2D bounds(Element rectangle) {
    return new Rectangle2D.Double(
        number(rectangle, "x"),
        number(rectangle, "y"),
        number(rectangle, "width"),
        number(rectangle, "height"));
  }

  /** Returns all that is written. */
  List<String> words() {
    return elements("text").map(Element::getTextContent).map(String::strip).toList();
  }

  /** Returns what is written in a colour. */
  List<String> words(String colour) {
    return elements("text")
        .filter(element -> inherited(element, "fill").equals(colour))
        .map(Element::getTextContent)
        .map(String::strip)
        .toList();
  }

  /** Returns where it is written, roughly. */
  List<Rectangle2D> wordBounds() {
    return elements("text").map(SvgFile::wordBounds).toList();
  }

  private static Rectangle2D wordBounds(Element text) {
    return new Rectangle2D.Double(
        number(text, "x"), number(text, "y") - LETTER, number(text, "textLength"), LETTER);
  }

  /** Returns the whole picture. */
  Rectangle2D canvas() {
    Element root = document.getDocumentElement();
    return new Rectangle2D.Double(0, 0, number(root, "width"), number(root, "height"));
  }

  private Stream<Element> elements(String name) {
    var found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
