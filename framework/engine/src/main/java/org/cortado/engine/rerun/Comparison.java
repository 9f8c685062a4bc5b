package org.cortado.engine.rerun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cortado.api.blob.Memory;
import org.cortado.engine.format.Reason;
import org.cortado.engine.inspect.BlobDiff;
import org.cortado.engine.inspect.WeightsDiff;
import org.cortado.engine.record.Ending;
import org.cortado.engine.record.Manifest;
import org.cortado.engine.solver.RunFolder;

/**
 * What a run and its repetition have in common.
 *
 * @param sameBytes whether the files of weights are equal
 * @param weights what differs between their parameters
 * @param numbers the iterations done and the last of each metric, by name
 */
public record Comparison(boolean sameBytes, WeightsDiff weights, List<Pair> numbers) {

  /**
   * A number of both.
   *
   * @param name what it is
   * @param first the run's; NaN where it has none
   * @param second the repetition's
   */
  public record Pair(String name, double first, double second) {

    /** Returns whether they are the same to the last bit. */
    public boolean isEqual() {
      return Double.compare(first, second) == 0;
    }
  }

  /** Copies the list. */
  public Comparison {
    numbers = List.copyOf(numbers);
  }

  /**
   * Compares two runs that have ended.
   *
   * @throws org.cortado.engine.format.WeightsException if weights are missing or damaged
   */
  public static Comparison of(Rerun rerun, RunFolder second, Memory memory) {
    Path before = rerun.first().weights();
    WeightsDiff weights = WeightsDiff.of(before, second.weights(), memory);
    Ending after = Manifest.read(second.manifest()).result().orElseThrow();
    return new Comparison(
        haveSameBytes(before, second.weights()), weights, numbers(rerun.result(), after));
  }

  private static boolean haveSameBytes(Path one, Path other) {
    try {
      return Files.mismatch(one, other) < 0;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "can't compare " + one + " with " + other + ": " + Reason.of(e), e);
    }
  }

  private static List<Pair> numbers(Ending first, Ending second) {
    List<Pair> all = new ArrayList<>();
    all.add(new Pair("iterations", first.iterations(), second.iterations()));
    Set<String> names = new LinkedHashSet<>(first.metrics().keySet());
    names.addAll(second.metrics().keySet());
    for (String name : names) {
      all.add(
          new Pair(
              name,
              first.metrics().getOrDefault(name, Double.NaN),
              second.metrics().getOrDefault(name, Double.NaN)));
    }
    return all;
  }

  /** Returns whether the weights are equal to the byte, and all numbers to the bit. */
  public boolean isEqual() {
    return sameBytes && numbers.stream().allMatch(Pair::isEqual);
  }

  /** Returns the parameters that differ. */
  public List<BlobDiff> differing() {
    return weights.compared().stream().filter(blob -> !blob.isEmpty()).toList();
  }

  /** Returns the largest difference of a parameter, as a share of its norm. */
  public double largest() {
    return differing().stream().mapToDouble(BlobDiff::relative).max().orElse(0);
  }
}
