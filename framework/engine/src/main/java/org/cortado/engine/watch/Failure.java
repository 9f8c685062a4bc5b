package org.cortado.engine.watch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a failure beside the batch and the weights.
 *
 * @param iteration in which it was found, from 1
 * @param sweep its number, which batches and random numbers follow from
 * @param seed what random numbers are drawn from
 * @param phase of the sweep: {@code forward} or {@code backward}
 * @param message what the user was told
 * @param place where numbers stopped being finite; null if no layer shows it
 * @param batch what the data layers fed
 */
public record Failure(
    long iteration,
    long sweep,
    long seed,
    String phase,
    String message,
    @Nullable Place place,
    List<Fed> batch) {

  static final String FORWARD = "forward";
  static final String BACKWARD = "backward";

  /** Copies the list. */
  public Failure {
    batch = List.copyOf(batch);
  }

  /**
   * Where numbers stopped being finite.
   *
   * @param layer the layer that wrote the tensor
   * @param type the layer's type
   * @param blob the tensor's blob
   * @param side which tensor of it: {@code data} or {@code diff}
   * @param index where in it the first value that isn't finite stands, a number for each axis
   * @param value that value, in words
   */
  public record Place(
      String layer, String type, String blob, String side, List<Integer> index, String value) {

    /** Copies the list. */
    public Place {
      index = List.copyOf(index);
    }

    static Place of(Sight culprit) {
      return new Place(
          culprit.layer(),
          culprit.type(),
          culprit.blob(),
          culprit.side().toString(),
          culprit.census().index(),
          Float.toString(culprit.census().value()));
    }
  }

  /**
   * A blob that a data layer fed.
   *
   * @param layer the layer
   * @param blob the blob
   * @param file the array's, beside the record
   */
  public record Fed(String layer, String blob, String file) {}

  static Failure of(
      SweepNumber at,
      long seed,
      String phase,
      String message,
      Optional<Finding> found,
      List<Fed> batch) {
    Place place = found.map(finding -> Place.of(finding.culprit())).orElse(null);
    return new Failure(at.iteration(), at.sweep(), seed, phase, message, place, batch);
  }
}
