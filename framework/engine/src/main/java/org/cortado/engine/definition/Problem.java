package org.cortado.engine.definition;

/**
 * One thing that is wrong with a file.
 *
 * @param place the offending thing
 * @param message one sentence without a full stop: what is wrong, then what would be right
 */
public record Problem(Place place, String message) {

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
