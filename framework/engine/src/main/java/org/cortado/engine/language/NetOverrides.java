package org.cortado.engine.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cortado.engine.definition.Elements;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Place;

/**
 * What overrules a net's file.
 *
 * @param settings of the command line: {@code vars.width=64}, {@code
 *     layers.conv1.options.num_output=50}
 * @param variables values of variables, such as a solver gives
 * @param root the folder that no imported file may lie outside of, if there is one
 */
public record NetOverrides(List<String> settings, MapNode variables, Optional<Path> root) {

  private static final String LAYERS = "layers.";

  /** Copies the list. */
  public NetOverrides {
    settings = List.copyOf(settings);
  }

  /** Makes overrides of the command line alone. */
  public NetOverrides(List<String> settings, Optional<Path> root) {
    this(settings, MapNode.empty(Place.whole("the command line")), root);
  }

  /** Returns settings of the command line alone, for files that may import from anywhere. */
  public static NetOverrides of(List<String> settings) {
    return new NetOverrides(settings, Optional.empty());
  }

  /** Nothing. */
  public static NetOverrides none() {
    return of(List.of());
  }

  /**
   * Returns the settings that speak of what the file holds, and not of what comes of its blocks.
   */
  List<String> ofTheFile(Node tree) {
    return settings.stream()
        .filter(setting -> !setting.startsWith(LAYERS) || isInFile(setting, tree))
        .toList();
  }

  private static boolean isInFile(String setting, Node tree) {
    return tree instanceof MapNode map
        && map.get("layers").orElse(tree) instanceof ListNode list
        && new Elements(list).has(setting.substring(LAYERS.length()));
  }
}
