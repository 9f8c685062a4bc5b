package org.cortado.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.engine.definition.Problem;

/**
 * What came of checking a file.
 *
 * @param file the file
 * @param layers how many layers its net has
 * @param definition what is wrong with the definition
 * @param data what is wrong with the data that it names
 */
record CheckResult(Path file, int layers, List<Problem> definition, List<Problem> data) {

  /** Copies the lists. */
  CheckResult {
    definition = List.copyOf(definition);
    data = List.copyOf(data);
  }

  /** Prints all problems, or that there are none, and returns the exit code. */
  int print(Output output) {
    if (output.isJson()) {
      output.json(object());
      return exitCode();
    }
    Stream.concat(definition.stream(), data.stream())
        .sorted(Comparator.comparing(Problem::place))
        .forEach(problem -> output.warn(problem.toString()));
    if (exitCode() == ExitCode.GOOD) {
      output.say(file + ": no problems (" + layers + (layers == 1 ? " layer)" : " layers)"));
    }
    return exitCode();
  }

  private int exitCode() {
    if (!definition.isEmpty()) {
      return ExitCode.DEFINITION;
    }
    return data.isEmpty() ? ExitCode.GOOD : ExitCode.DATA;
  }

  private Map<String, Object> object() {
    List<Map<String, Object>> problems = new ArrayList<>();
    definition.forEach(problem -> problems.add(object("definition", problem)));
    data.forEach(problem -> problems.add(object("data", problem)));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", file.toString());
    object.put("layers", layers);
    object.put("problems", problems);
    return object;
  }

  private static Map<String, Object> object(String kind, Problem problem) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("kind", kind);
    object.put("file", problem.place().file());
    object.put("line", problem.place().line());
    object.put("column", problem.place().column());
    object.put("message", problem.message());
    object.put(
        "used_at", problem.place().uses().stream().map(use -> use.place().toString()).toList());
    return object;
  }
}
