package org.cortado.engine.definition;

import java.util.List;

/**
 * Settings of the command line that overrule what a file says.
 *
 * <p>{@code layers.conv1.options.num_output=50} goes down from key to key; an element of a list is
 * called by its {@code name} or its index from 0. Keys that a map lacks are added to it. The value
 * is YAML.
 */
public final class Overrides {

  private final List<String> settings;

  /** Makes overrides of settings of the form {@code path=value}. */
  public Overrides(List<String> settings) {
    this.settings = List.copyOf(settings);
  }

  /** Returns a tree in which the settings hold, later ones over earlier ones. */
  public Node apply(Node tree, Problems problems) {
    Node changed = tree;
    for (String setting : settings) {
      Node current = changed;
      changed =
          Setting.parse(setting, problems)
              .map(parsed -> parsed.apply(current, problems))
              .orElse(current);
    }
    return changed;
  }

  /**
   * Some settings, told apart by the first key of their paths.
   *
   * @param inside those below the key, which has been taken off
   * @param rest the others
   */
  public record Split(List<String> inside, List<String> rest) {

    /** Copies the lists. */
    public Split {
      inside = List.copyOf(inside);
      rest = List.copyOf(rest);
    }
  }

  /**
   * Tells the settings below a key from the others.
   *
   * <p>{@code net.layers.conv1.phase=test} is below {@code net}; {@code net=other.yaml} is not.
   */
  public static Split split(List<String> settings, String key) {
    String prefix = key + ".";
    return new Split(
        settings.stream()
            .filter(setting -> setting.startsWith(prefix))
            .map(setting -> setting.substring(prefix.length()))
            .toList(),
        settings.stream().filter(setting -> !setting.startsWith(prefix)).toList());
  }
}
