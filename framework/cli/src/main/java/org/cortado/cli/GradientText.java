package org.cortado.cli;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.gradient.BlobReport;
import org.cortado.engine.gradient.Verdict;
import org.cortado.engine.net.NetLayer;

/** The result of a gradient check, in words. */
record GradientText(List<GradientSweep.Checked> layers) {

  /** Copies the list. */
  GradientText {
    layers = List.copyOf(layers);
  }

  /** Prints a line for each blob of each layer, and returns the exit code. */
  int print(Output output) {
    List<GradientSweep.Checked> checked =
        layers.stream().filter(GradientSweep.Checked::isOfSomething).toList();
    checked.forEach(layer -> print(layer, output));
    sayUnchecked(output);
    output.say(summary(checked));
    output.json(new GradientObject(layers).object());
    return checked.stream().allMatch(GradientSweep.Checked::passed)
        ? ExitCode.GOOD
        : ExitCode.NUMBERS;
  }

  private static String summary(List<GradientSweep.Checked> checked) {
    long failed = checked.stream().filter(Predicate.not(GradientSweep.Checked::passed)).count();
    long kinks = checked.stream().mapToLong(layer -> layer.report().count(Verdict.KINK)).sum();
    String atKinks =
        kinks == 0 ? "" : " (" + kinks + " at kinks, where any slope between both sides is right)";
    if (checked.isEmpty()) {
      return "nothing was checked";
    }
    return failed == 0
        ? "all gradients agree with differences" + atKinks + zeros(checked)
        : failed + " of " + checked.size() + " layers have a wrong gradient" + atKinks;
  }

  private static String zeros(List<GradientSweep.Checked> checked) {
    long zeros =
        checked.stream()
            .flatMap(layer -> layer.report().blobs().stream())
            .filter(BlobReport::provesNothing)
            .count();
    return zeros == 0
        ? ""
        : "; %d of them are 0 throughout, which proves nothing: feed the net other data"
            .formatted(zeros);
  }

  private void sayUnchecked(Output output) {
    String names =
        layers.stream()
            .filter(Predicate.not(GradientSweep.Checked::isOfSomething))
            .map(checked -> checked.layer().toString())
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      output.say("not checked, since nothing of it takes a gradient: " + names);
    }
  }

  private static void print(GradientSweep.Checked checked, Output output) {
    NetLayer layer = checked.layer();
    output.say(layer + ": " + names(layer.definition().bottoms()) + " → " + names(tops(layer)));
    checked.report().blobs().forEach(blob -> output.say("  " + blob));
    if (checked.fault().isEmpty()) {
      sayUntaken(checked, output);
    } else {
      output.say("  FAIL " + checked.fault());
    }
  }

  private static List<BlobName> tops(NetLayer layer) {
    return layer.definition().tops();
  }

  private static String names(List<BlobName> blobs) {
    return blobs.stream().map(BlobName::name).collect(Collectors.joining(", "));
  }

  /** Says of the bottoms, such as labels, that are no part of the check, why. */
  private static void sayUntaken(GradientSweep.Checked checked, Output output) {
    List<String> taken = checked.report().blobs().stream().map(BlobReport::blob).toList();
    IntStream.range(0, checked.layer().bottoms().size())
        .filter(bottom -> !taken.contains("bottom " + bottom))
        .forEach(bottom -> output.say("  -    bottom " + bottom + " takes no gradient"));
  }
}
