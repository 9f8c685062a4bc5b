package org.cortado.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cortado.engine.plugin.LayerCatalogue;

/** The layers of the class path, which are those that tests prove; found once. */
final class ClassPathLayers {

  private static final ClassPathLayers ALL = new ClassPathLayers(LayerCatalogue.load());

  private final LayerCatalogue catalogue;
  private final Map<String, List<Case>> cases = new ConcurrentHashMap<>();

  private ClassPathLayers(LayerCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Returns the layer of a type.
   *
   * @throws AssertionError if no plug-in of the class path offers it
   */
  static TestedType find(String type) {
    return ALL.catalogue
        .find(type)
        .map(declaration -> new TestedType(ALL.catalogue, declaration))
        .orElseThrow(() -> ALL.unregistered(type));
  }

  /**
   * Returns the cases made of a layer's declaration, always the same.
   *
   * @throws AssertionError if the layer takes nothing of what was tried
   */
  static List<Case> casesOf(String type) {
    return ALL.cases.computeIfAbsent(
        type, name -> new CaseMaker(find(name), CaseWish.none()).make());
  }

  private AssertionError unregistered(String type) {
    return new AssertionError(
        "no layer of type '%s' is registered; does its LayerModule list it, and does"
                .formatted(type)
            + " META-INF/services name the module? There are "
            + catalogue.names());
  }
}
