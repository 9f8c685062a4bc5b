package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.engine.gradient.BlobReport;
import org.cortado.engine.gradient.ElementCheck;

/** The result of a gradient check, in words and for JSON. */
record GradientText(List<GradientSweep.Checked> layers) {

  /** Copies the list. */
  GradientText {
    layers = List.copyOf(layers);
  }

  /** Prints a line for each blob of each layer, and returns the exit code. */
  int print(Output output) {
    layers.forEach(layer -> print(layer, output));
    long failed = layers.stream().filter(layer -> !layer.report().passed()).count();
    output.say(
        failed == 0
            ? "all gradients agree with differences"
            : failed + " of " + layers.size() + " layers have a wrong gradient");
    output.json(object(failed == 0));
    return failed == 0 ? ExitCode.GOOD : ExitCode.NUMBERS;
  }

  private static void print(GradientSweep.Checked checked, Output output) {
    output.say(checked.layer().toString());
    checked.report().toString().lines().forEach(line -> output.say("  " + line));
  }

  private Map<String, Object> object(boolean passed) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("passed", passed);
    object.put("layers", layers.stream().map(GradientText::object).toList());
    return object;
  }

  private static Map<String, Object> object(GradientSweep.Checked checked) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("layer", checked.layer().name());
    object.put("type", checked.layer().type());
    object.put("passed", checked.report().passed());
    object.put("blobs", checked.report().blobs().stream().map(GradientText::object).toList());
    return object;
  }

  private static Map<String, Object> object(BlobReport report) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("blob", report.blob());
    object.put("shape", report.shape().dims());
    object.put("passed", report.passed());
    object.put("faults", report.faults());
    report.worst().ifPresent(worst -> object.put("worst", object(worst)));
    return object;
  }

  private static Map<String, Object> object(ElementCheck element) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("index", element.index());
    object.put("analytic", element.analytic());
    object.put("numeric", element.numeric());
    object.put("relative_error", element.relativeError());
    return object;
  }
}
