package org.cortado.engine.definition;

/**
 * Reports what is wrong with one value of a file, with the words that say whose value it is.
 *
 * @param subject what every message begins with: {@code layer 'conv1' (Convolution): }
 * @param path the keys that lead to the value: {@code weight_filler.std}
 * @param problems where the problems go
 */
public record Reporter(String subject, String path, Problems problems) {

  /** Returns a reporter for the value of a key. */
  public Reporter at(String key) {
    return new Reporter(subject, path.isEmpty() ? key : path + "." + key, problems);
  }

  /** Reports a fact about the thing as a whole. */
  public void add(Place place, String fact) {
    problems.add(place, subject + fact);
  }

  /** Reports that a value is not what it should be. */
  public void mustBe(String wanted, Node found) {
    mustBe(wanted, found, found.described(), "");
  }

  /** Reports that a value is not what it should be, and what may be meant. */
  public void mustBe(String wanted, Node found, String described, String suggestion) {
    String value = path.isEmpty() ? "this" : path;
    boolean empty = found instanceof ScalarNode scalar && scalar.isNull();
    add(
        found.place(),
        empty
            ? value + " is empty; it must be " + wanted
            : value + " must be " + wanted + ", but is " + described + suggestion);
  }
}
