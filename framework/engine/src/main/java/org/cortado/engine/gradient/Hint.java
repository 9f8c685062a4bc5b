package org.cortado.engine.gradient;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cortado.api.blob.Shape;

/** Tells what the pattern of wrong derivatives of one blob looks like, where it is plain. */
final class Hint {

  /** Fewer than these are a pattern by chance. */
  private static final int ENOUGH = 3;

  private static final double SAME = 0.01;

  private final Shape shape;
  private final List<ElementCheck> compared;
  private final List<ElementCheck> wrong;

  Hint(BlobReport report) {
    shape = report.shape();
    compared =
        report.elements().stream()
            .filter(element -> element.verdict() != Verdict.LEFT_OUT)
            .toList();
    wrong = compared.stream().filter(element -> element.verdict() == Verdict.DIFFERS).toList();
  }

  /** Returns a clause to go on with after a semicolon, if there is something to say. */
  Optional<String> text() {
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    return noNumbers().or(this::zero).or(this::factor).or(this::firstItem);
  }

  private boolean all(Predicate<ElementCheck> holds) {
    return wrong.stream().allMatch(holds);
  }

  private Optional<String> noNumbers() {
    if (all(element -> Double.isNaN(element.numeric()))) {
      return Optional.of("forward gives NaN, so there is nothing to compare with");
    }
    return all(element -> Double.isNaN(element.analytic()))
        ? Optional.of(
            "backward leaves NaN, which was there before: it doesn't write these elements, or adds"
                + " to them where it must set them")
        : Optional.empty();
  }

  private Optional<String> zero() {
    boolean nothing = wrong.size() >= ENOUGH && all(element -> element.analytic() == 0);
    return nothing
        ? Optional.of("backward gives 0 wherever it is wrong: is there a term that it leaves out?")
        : Optional.empty();
  }

  private Optional<String> factor() {
    double first = ratio(wrong.get(0));
    boolean same =
        wrong.size() >= ENOUGH
            && Double.isFinite(first)
            && all(element -> Math.abs(ratio(element) - first) <= SAME * Math.abs(first));
    if (!same) {
      return Optional.empty();
    }
    return Optional.of(
        Math.abs(first + 1) <= SAME
            ? "analytic = -numeric wherever they differ: the sign is turned"
            : "analytic = %.3g x numeric wherever they differ: a factor is missing, or is there twice"
                .formatted(first));
  }

  private static double ratio(ElementCheck element) {
    return element.analytic() / element.numeric();
  }

  /** A loop that forgets to go on to the next item is right for the first one alone. */
  private Optional<String> firstItem() {
    if (shape.axes() == 0 || shape.dim(0) < 2) {
      return Optional.empty();
    }
    Set<Integer> right =
        compared.stream()
            .filter(element -> element.verdict() == Verdict.AGREES)
            .map(element -> element.index().get(0))
            .collect(Collectors.toSet());
    boolean first = right.equals(Set.of(0)) && all(element -> element.index().get(0) > 0);
    return first
        ? Optional.of("item 0 is right and no other: does backward go on to the next item?")
        : Optional.empty();
  }
}
