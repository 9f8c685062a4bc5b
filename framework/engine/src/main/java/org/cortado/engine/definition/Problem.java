package org.cortado.engine.definition;

import java.util.List;

/**
 * One thing that is wrong with a file.
 *
 * @param place the offending thing
 * @param message one sentence without a full stop: what is wrong, then what would be right
 * @param others how many other uses of the block that it stands in have the same problem
 */
public record Problem(Place place, String message, int others) {

  private static final int MOST_USES = 3;

  /** Makes a problem that is there once. */
  public Problem(Place place, String message) {
    this(place, message, 0);
  }

  /** Returns this problem for the uses of another, too. */
  Problem and(Problem same) {
    return new Problem(place, message, others + 1 + same.others);
  }

  /** Returns what it has in common with the same problem in another use of its block. */
  Problem apartFromUse() {
    List<Place.Use> uses = place.uses();
    return uses.isEmpty()
        ? this
        : new Problem(place.inFile(), message.replace(uses.get(0).prefix(), ""));
  }

  @Override
  public String toString() {
    return place + ": " + message + used();
  }

  private String used() {
    StringBuilder text = new StringBuilder();
    List<Place.Use> uses = place.uses();
    for (Place.Use use : uses.subList(0, Math.min(MOST_USES, uses.size()))) {
      text.append(text.isEmpty() ? " (in a block used at " : ", itself used at ");
      text.append(use.place());
    }
    if (uses.size() > MOST_USES) {
      text.append(", and so on, ").append(uses.size()).append(" deep");
    }
    if (others > 0) {
      text.append(", and in ").append(others).append(others == 1 ? " more use" : " more uses");
    }
    return text.isEmpty() ? "" : text.append(")").toString();
  }
}
