package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.engine.inspect.BlobDiff;
import org.cortado.engine.rerun.Comparison;
import org.cortado.engine.rerun.Rerun;
import org.cortado.engine.solver.RunFolder;

/** What a run and its repetition have in common, in words and for JSON. */
record RerunText(Rerun rerun, RunFolder second, List<String> differences, Comparison comparison) {

  /** Prints both. */
  void print(Output output) {
    Table table = new Table().rightAligned(1, 2);
    table.add("", "FIRST", "AGAIN", "");
    for (Comparison.Pair pair : comparison.numbers()) {
      table.add(
          pair.name(),
          digits(pair.first(), pair),
          digits(pair.second(), pair),
          pair.isEqual() ? "" : "differs");
    }
    table.print("", output::say);
    if (!comparison.weights().isEmpty()) {
      new WeightsDiffText(comparison.weights()).print(output::say);
    }
    output.say(verdict());
    output.json(object());
  }

  /** All digits where they differ: the first four seldom do. */
  private static String digits(double value, Comparison.Pair pair) {
    return pair.isEqual() ? Figures.number(value) : Double.toString(value);
  }

  private String verdict() {
    if (comparison.isEqual()) {
      return "equal: the weights to the byte, the numbers to the bit";
    }
    if (comparison.sameBytes()) {
      return "not equal: the weights are, but final numbers differ";
    }
    return "not equal: %d of %d parameters differ, at most by %s of their norm"
        .formatted(
            comparison.differing().size(),
            comparison.weights().compared().size(),
            Figures.number(comparison.largest()));
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("equal", comparison.isEqual());
    object.put("weights_equal", comparison.sameBytes());
    object.put("run", rerun.first().path().toString());
    object.put("rerun", second.path().toString());
    object.put("notes", differences);
    object.put("numbers", numbers());
    object.put("differing", differing());
    return object;
  }

  private Map<String, Object> numbers() {
    Map<String, Object> object = new LinkedHashMap<>();
    comparison
        .numbers()
        .forEach(pair -> object.put(pair.name(), List.of(pair.first(), pair.second())));
    return object;
  }

  private Map<String, Object> differing() {
    Map<String, Object> object = new LinkedHashMap<>();
    for (BlobDiff blob : comparison.differing()) {
      object.put(blob.name(), blob.relative());
    }
    return object;
  }
}
