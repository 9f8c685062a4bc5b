package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.engine.gradient.BlobReport;
import org.cortado.engine.gradient.ElementCheck;
import org.cortado.engine.gradient.Verdict;

/** The result of a gradient check, for JSON. */
record GradientObject(List<GradientSweep.Checked> layers) {

  /** Copies the list. */
  GradientObject {
    layers = List.copyOf(layers);
  }

  /** Returns maps, lists, words, numbers and booleans. */
  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("passed", layers.stream().allMatch(GradientSweep.Checked::passed));
    object.put(
        "layers",
        layers.stream()
            .filter(GradientSweep.Checked::isOfSomething)
            .map(GradientObject::object)
            .toList());
    object.put(
        "unchecked",
        layers.stream()
            .filter(checked -> !checked.isOfSomething())
            .map(checked -> checked.layer().name())
            .toList());
    return object;
  }

  private static Map<String, Object> object(GradientSweep.Checked checked) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("layer", checked.layer().name());
    object.put("type", checked.layer().type());
    object.put("passed", checked.passed());
    if (!checked.fault().isEmpty()) {
      object.put("fault", checked.fault());
    }
    object.put(
        "blobs", checked.report().blobs().stream().map(blob -> object(blob, checked)).toList());
    return object;
  }

  private static Map<String, Object> object(BlobReport report, GradientSweep.Checked checked) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("blob", report.blob());
    object.put("name", name(report.blob(), checked));
    object.put("shape", report.shape().dims());
    object.put("passed", report.passed());
    object.put("faults", report.faults());
    object.put("compared", report.elements().size() - report.count(Verdict.LEFT_OUT));
    object.put("differing", report.count(Verdict.DIFFERS));
    object.put("kinks", report.count(Verdict.KINK));
    object.put("left_out", report.count(Verdict.LEFT_OUT));
    report.hint().ifPresent(hint -> object.put("hint", hint));
    report.worst().ifPresent(worst -> object.put("worst", object(worst)));
    return object;
  }

  /** Returns the name in the net's file: that of a blob, or {@code conv1.0} of a parameter. */
  private static String name(String blob, GradientSweep.Checked checked) {
    int index = Integer.parseInt(blob.substring(blob.indexOf(' ') + 1));
    return blob.startsWith("bottom")
        ? checked.layer().definition().bottoms().get(index).name()
        : checked.layer().name() + "." + index;
  }

  private static Map<String, Object> object(ElementCheck element) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("index", element.index());
    object.put("of", element.of());
    object.put("analytic", element.analytic());
    object.put("numeric", element.numeric());
    object.put("relative_error", element.relativeError());
    object.put("step", element.step());
    return object;
  }
}
