package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cortado.engine.solver.TestResult;

/** The result of a test, in words and for JSON. */
record TestText(TestResult result) {

  /** Prints what a test on its own came to. */
  void print(Output output, double seconds) {
    Table table = new Table();
    values().forEach((name, value) -> table.add(name, Figures.number(value)));
    table.print("", output::say);
    output.say(
        String.format(Locale.ROOT, "%d items in %s", result.items(), Figures.duration(seconds)));
    Map<String, Object> object = new LinkedHashMap<>(object());
    object.put("items", result.items());
    object.put("seconds", seconds);
    output.json(object);
  }

  /** Returns {@code accuracy 0.9712 loss 0.0921}. */
  String line() {
    StringBuilder line = new StringBuilder();
    values().forEach((name, value) -> line.append("  " + name + " " + Figures.number(value)));
    return line.substring(2);
  }

  /** Returns {@code test.accuracy}, {@code test.loss} and the like. */
  Map<String, Object> object() {
    return object("test");
  }

  /** Returns the same of a test of another name. */
  Map<String, Object> object(String test) {
    Map<String, Object> object = new LinkedHashMap<>();
    values().forEach((name, value) -> object.put(test + "." + name, value));
    return object;
  }

  /** The net's outputs and the total loss, which is said even where no output bears it. */
  private Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>(result.outputs());
    values.remove("loss");
    values.put("loss", result.loss());
    return values;
  }
}
