package org.cortado.engine.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where something stands in a file.
 *
 * @param file the file as the user would recognise it, or a setting of the command line
 * @param line the line, from 1; 0 where the whole file is meant
 * @param column the column, from 1; 0 where the whole file is meant
 * @param uses where the block that it stands in is used, then where the block of that use is used,
 *     and so on; empty outside of blocks
 */
public record Place(String file, int line, int column, List<Use> uses)
    implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  /**
   * One use of a block.
   *
   * @param place where the use stands
   * @param prefix what the names of the block's layers begin with there: {@code stem/}
   */
  public record Use(Place place, String prefix) {}

  /** Copies the list. */
  public Place {
    uses = List.copyOf(uses);
  }

  /** Makes a place outside of blocks. */
  public Place(String file, int line, int column) {
    this(file, line, column, List.of());
  }

  /** Returns a place that means the whole of a file. */
  public static Place whole(String file) {
    return new Place(file, 0, 0);
  }

  /** Returns this place for a use of the block that it stands in. */
  public Place usedAt(Use use) {
    List<Use> all = new ArrayList<>(List.of(new Use(use.place().inFile(), use.prefix())));
    all.addAll(use.place().uses());
    return new Place(file, line, column, all);
  }

  /** Returns this place whatever block it stands in is used for. */
  public Place inFile() {
    return new Place(file, line, column);
  }

  /** Compares by file, line and column. */
  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
