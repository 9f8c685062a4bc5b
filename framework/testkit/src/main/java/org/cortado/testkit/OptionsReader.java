package org.cortado.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problem;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.definition.YamlReader;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;

/** Makes the options record of a layer the way a net file does. */
final class OptionsReader {

  private static final String FILE = "options";

  private final LayerCatalogue catalogue;

  OptionsReader(LayerCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Returns the record.
   *
   * @throws DefinitionException with all that is wrong
   */
  Record read(LayerDeclaration declaration, Map<String, Object> options) {
    Problems problems = new Problems();
    MapNode node = map(options, problems);
    throwIfAny(declaration, problems);
    Optional<? extends Record> read =
        new RecordReader(catalogue.variants(), Path.of(""))
            .read(node, declaration.optionsType(), "", problems);
    throwIfAny(declaration, problems);
    return read.orElseThrow();
  }

  /** There is no file, so no line of it can be named. */
  private static void throwIfAny(LayerDeclaration declaration, Problems problems) {
    Place place = Place.whole("options of " + declaration.name());
    List<Problem> all =
        problems.sorted().stream().map(problem -> new Problem(place, problem.message())).toList();
    if (!all.isEmpty()) {
      throw new DefinitionException(all);
    }
  }

  private static MapNode map(Map<String, Object> options, Problems problems) {
    MapNode empty = MapNode.empty(Place.whole(FILE));
    return options.isEmpty()
        ? empty
        : new YamlReader()
            .readText(yaml(options), FILE, problems)
            .filter(MapNode.class::isInstance)
            .map(MapNode.class::cast)
            .orElse(empty);
  }

  /** Returns the options as lines of YAML. */
  static String yaml(Map<String, Object> options) {
    StringBuilder yaml = new StringBuilder();
    options.forEach((key, value) -> yaml.append(key).append(": ").append(value).append('\n'));
    return yaml.toString();
  }
}
