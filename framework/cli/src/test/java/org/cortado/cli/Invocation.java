package org.cortado.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of a command line.
 *
 * @param code the exit code
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Invocation(int code, String out, String err) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Runs a command line in this process. */
  static Invocation of(Object... arguments) {
    return with(Map.of(), arguments);
  }

  /** Runs a command line with the given variables in its environment, and no others. */
  static Invocation with(Map<String, String> environment, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            environment,
            Optional.empty(),
            OptionalInt.empty());
    String[] words = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    int code = Cortado.run(surroundings, words);
    return new Invocation(code, out.toString(), err.toString());
  }

  /** Returns standard output as JSON; fails if there is anything beside it. */
  JsonNode json() {
    try {
      return JSON.readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON alone: " + out, e);
    }
  }

  /** Returns the text for people with the folder's own path left out. */
  String errWithout(Path folder) {
    return err.replace(folder + "/", "");
  }
}
