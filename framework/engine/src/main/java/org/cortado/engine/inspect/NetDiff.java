package org.cortado.engine.inspect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two nets.
 *
 * @param settings what differs of the nets themselves
 * @param removed the layers that only the first has, in its order
 * @param added the layers that only the second has, in its order
 * @param renamed the layers that are the same under another name
 * @param moved the layers that stand elsewhere among those of both: the fewest that it takes
 * @param changed what else differs of a layer, by its name in the first
 */
public record NetDiff(
    List<Change> settings,
    List<Layer> removed,
    List<Layer> added,
    List<Rename> renamed,
    List<Layer> moved,
    Map<Layer, List<Change>> changed) {

  /**
   * A layer.
   *
   * @param name its name
   * @param type its type
   */
  public record Layer(String name, String type) {}

  /**
   * A layer with two names.
   *
   * @param before the layer in the first net
   * @param name its name in the second
   */
  public record Rename(Layer before, String name) {}

  /**
   * A value that differs.
   *
   * @param key what it is of
   * @param before the first net's, empty where it has none
   * @param after the second net's, empty where it has none
   */
  public record Change(String key, String before, String after) {}

  /** Copies the collections. */
  public NetDiff {
    settings = List.copyOf(settings);
    removed = List.copyOf(removed);
    added = List.copyOf(added);
    renamed = List.copyOf(renamed);
    moved = List.copyOf(moved);
    changed = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
  }

  /** Compares two nets. */
  public static NetDiff of(NetFacts before, NetFacts after) {
    return new Comparison(before, after).diff();
  }

  /** Returns whether nothing differs. */
  public boolean isEmpty() {
    return settings.isEmpty()
        && removed.isEmpty()
        && added.isEmpty()
        && renamed.isEmpty()
        && moved.isEmpty()
        && changed.isEmpty();
  }
}
