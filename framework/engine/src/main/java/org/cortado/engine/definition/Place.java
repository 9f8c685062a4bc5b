package org.cortado.engine.definition;

import java.util.Comparator;

/**
 * Where something stands in a file.
 *
 * @param file the file as the user would recognise it, or a setting of the command line
 * @param line the line, from 1; 0 where the whole file is meant
 * @param column the column, from 1; 0 where the whole file is meant
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  /** Returns a place that means the whole of a file. */
  public static Place whole(String file) {
    return new Place(file, 0, 0);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
