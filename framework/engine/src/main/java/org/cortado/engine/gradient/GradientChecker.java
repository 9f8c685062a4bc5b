package org.cortado.engine.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.Layer;
import org.cortado.api.blob.Blob;

/**
 * Compares a layer's backward pass with central differences of its forward pass, on every bottom
 * that takes a gradient and on every parameter.
 *
 * <p>Also checks that backward adds to the diffs of parameters, writes every element of a bottom's
 * diff, and leaves alone the bottoms whose flag is not set. Bottoms that the {@link
 * org.cortado.api.LayerType} names in {@code noGradient} are not moved, and statistics neither;
 * tops in {@code noGradientTops} are not differentiated.
 *
 * <p>After Caffe's GradientChecker, but for three things: kinks are recognised wherever they are,
 * the tolerance follows the size of the gradient, and a random weighted sum of the tops is
 * differentiated unless the settings say otherwise.
 *
 * <p>Random numbers need no care: a layer restarts its source in each forward pass and draws the
 * same numbers until the net's iteration changes.
 */
public final class GradientChecker {

  private final GradientSettings settings;

  /** Makes one that looks as closely as the settings say. */
  public GradientChecker(GradientSettings settings) {
    this.settings = settings;
  }

  /**
   * Checks a layer that was set up and shaped, at the values that its bottoms and parameters hold.
   *
   * <p>Afterwards all tensors of these blobs hold what they held before.
   */
  public GradientReport check(Layer layer, List<Blob> bottoms, List<Blob> tops) {
    Subject subject = new Subject(layer, bottoms, tops);
    if (!subject.differentiable() || subject.wanted().isEmpty()) {
      return new GradientReport(List.of());
    }
    try (Sweep sweep = new Sweep(subject)) {
      return new GradientReport(reports(subject, sweep));
    }
  }

  private List<BlobReport> reports(Subject subject, Sweep sweep) {
    Map<String, List<ElementCheck>> elements = compare(subject, sweep);
    Target sum = Targets.weightedSum(settings, subject.differentiableTops());
    Map<String, List<String>> faults = new Rules(subject, sweep).faults(sum);
    return subject.inputs().stream()
        .filter(input -> input.wanted() || faults.containsKey(input.name()))
        .map(input -> report(input, elements, faults))
        .toList();
  }

  private static BlobReport report(
      Subject.Input input,
      Map<String, List<ElementCheck>> elements,
      Map<String, List<String>> faults) {
    return new BlobReport(
        input.name(),
        input.blob().shape(),
        elements.getOrDefault(input.name(), List.of()),
        faults.getOrDefault(input.name(), List.of()));
  }

  private Map<String, List<ElementCheck>> compare(Subject subject, Sweep sweep) {
    Map<String, List<ElementCheck>> elements = new HashMap<>();
    for (Target target : Targets.of(settings, subject.differentiableTops())) {
      Comparison comparison = new Comparison(settings, sweep, target);
      comparison.compare(subject).forEach((name, checks) -> add(elements, name, checks));
    }
    return elements;
  }

  private static void add(
      Map<String, List<ElementCheck>> elements, String name, List<ElementCheck> checks) {
    elements.computeIfAbsent(name, blob -> new ArrayList<>()).addAll(checks);
  }
}
