package org.cortado.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;

/**
 * Where a command's words go.
 *
 * <p>Standard output is for results: people's text, or one line of JSON and nothing else.
 */
final class Output {

  private final PrintWriter people;
  private final PrintWriter warnings;
  private final PrintWriter results;
  private final boolean json;

  /**
   * Makes one.
   *
   * @param json whether results are JSON, so that people's text must stay off standard output
   */
  Output(Surroundings surroundings, boolean json) {
    people = json ? surroundings.err() : surroundings.out();
    warnings = surroundings.err();
    results = surroundings.out();
    this.json = json;
  }

  /** Returns whether JSON was asked for. */
  boolean isJson() {
    return json;
  }

  /** Prints a line of text for people. */
  void say(String line) {
    people.println(line);
  }

  /** Prints a line to standard error. */
  void warn(String line) {
    warnings.println(line);
  }

  /** Prints a value as one line of JSON, if that was asked for. */
  void json(Object value) {
    if (json) {
      results.println(text(value));
    }
  }

  /** Returns a value as JSON on one line. */
  static String text(Object value) {
    try {
      return new JsonMapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of words, numbers and lists are always JSON", e);
    }
  }
}
