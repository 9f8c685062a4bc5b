package org.cortado.archetype;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What the archetype's descriptor says: which files there are, and what follows from its names. */
final class Descriptor {

  private final Element root;

  private Descriptor(Element root) {
    this.root = root;
  }

  static Descriptor ofThisJar() {
    String text = Resources.text("META-INF/maven/archetype-metadata.xml");
    try {
      DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
      InputSource source = new InputSource(new StringReader(text));
      return new Descriptor(parsers.newDocumentBuilder().parse(source).getDocumentElement());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("the archetype's descriptor can't be read", e);
    }
  }

  /** Returns templates of the properties that have one, each of which may use those before it. */
  Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    children(root, "requiredProperty")
        .forEach(
            property ->
                children(property, "defaultValue")
                    .forEach(
                        value ->
                            defaults.put(property.getAttribute("key"), value.getTextContent())));
    return defaults;
  }

  /** Returns all files: Maven's archetypes have a {@code pom.xml} without saying so. */
  List<TemplateFile> files() {
    List<TemplateFile> files = new ArrayList<>();
    files.add(new TemplateFile("", "pom.xml", true, false));
    children(root, "fileSet").flatMap(Descriptor::files).forEach(files::add);
    return files;
  }

  private static Stream<TemplateFile> files(Element set) {
    String directory =
        children(set, "directory").findFirst().map(Element::getTextContent).orElse("");
    boolean filtered = Boolean.parseBoolean(set.getAttribute("filtered"));
    boolean packaged = Boolean.parseBoolean(set.getAttribute("packaged"));
    return children(set, "include")
        .map(name -> new TemplateFile(directory, name.getTextContent(), filtered, packaged));
  }

  private static Stream<Element> children(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }
}
