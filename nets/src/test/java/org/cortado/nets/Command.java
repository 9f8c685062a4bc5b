package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cortado.cli.Cortado;

/**
 * What a command line of Cortado's came to.
 *
 * @param arguments the command line without the program
 * @param exitCode how it ended
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Command(List<String> arguments, int exitCode, String out, String err) {

  /** Runs a command line in this process. */
  static Command run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Cortado.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Command(List.of(arguments), exitCode, out.toString(), err.toString());
  }

  /** Trains in this process, and requires that to go well. */
  static Command train(Path solver, Path run, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("train", solver.toString(), "--out", run.toString(), "--json"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new)).endsWith(0);
  }

  /** Requires an exit code. */
  Command endsWith(int expected) {
    assertThat(exitCode)
        .as("exit code of %s, which said:%n%s%s", arguments, out, err)
        .isEqualTo(expected);
    return this;
  }

  /** Returns the accuracy that a training ended with. */
  double accuracy() {
    return json().required("test.accuracy").asDouble();
  }

  /** Returns the loss of the test that a training ended with. */
  double testLoss() {
    return json().required("test.loss").asDouble();
  }

  /** Returns the last line of what it wrote to standard output. */
  JsonNode json() {
    List<String> lines = out.lines().toList();
    try {
      return new JsonMapper().readTree(lines.get(lines.size() - 1));
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + out, e);
    }
  }
}
