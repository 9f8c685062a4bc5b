package org.cortado.engine.gradient;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cortado.api.blob.Shape;

/**
 * What came of checking one bottom or parameter.
 *
 * @param blob which one: {@code "bottom 0"}, {@code "parameter 1"}
 * @param shape its shape
 * @param elements the elements that were compared
 * @param faults rules that backward broke on this blob, a sentence each
 */
public record BlobReport(
    String blob, Shape shape, List<ElementCheck> elements, List<String> faults) {

  private static final String ZERO = " 0 on both sides, which proves nothing";

  private static final Comparator<ElementCheck> FROM_BEST =
      Comparator.comparing(ElementCheck::verdict).thenComparing(ElementCheck::excess);

  /** Copies the lists. */
  public BlobReport {
    elements = List.copyOf(elements);
    faults = List.copyOf(faults);
  }

  /** Returns whether backward is right for this blob. */
  public boolean passed() {
    return faults.isEmpty() && count(Verdict.DIFFERS) == 0;
  }

  /** Returns the element whose derivatives are furthest apart, in tolerances. */
  public Optional<ElementCheck> worst() {
    return elements.stream()
        .filter(element -> element.verdict() != Verdict.LEFT_OUT)
        .max(FROM_BEST);
  }

  /** Returns what the pattern of wrong elements looks like, where it is plain. */
  public Optional<String> hint() {
    return new Hint(this).text();
  }

  /** Returns how many elements have the given verdict. */
  public long count(Verdict verdict) {
    return elements.stream().filter(element -> element.verdict() == verdict).count();
  }

  /** Returns one line for people. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder("%-4s %s %s".formatted(mark(), blob, shape));
    faults.forEach(fault -> line.append("; ").append(fault));
    line.append("; ").append(summary());
    if (!provesNothing()) {
      worst().ifPresent(element -> line.append("; worst ").append(element));
    }
    hint().ifPresent(hint -> line.append("; ").append(hint));
    return line.toString();
  }

  /**
   * Returns whether all derivatives that were compared are 0: a wrong backward pass would agree as
   * well where a layer gets nothing but zeros.
   */
  public boolean provesNothing() {
    return passed() && worst().isPresent() && elements.stream().allMatch(BlobReport::isZero);
  }

  private static boolean isZero(ElementCheck element) {
    return element.verdict() == Verdict.LEFT_OUT
        || (element.analytic() == 0 && element.numeric() == 0);
  }

  private String mark() {
    return provesNothing() ? "?" : passed() ? "ok" : "FAIL";
  }

  private String summary() {
    return comparison() + part(Verdict.KINK, "at a kink") + part(Verdict.LEFT_OUT, "left out");
  }

  private String comparison() {
    long compared = elements.size() - count(Verdict.LEFT_OUT);
    long differing = count(Verdict.DIFFERS);
    if (compared == 0) {
      return "no derivative compared";
    }
    if (differing > 0) {
      return "%d of %d %s differ"
          .formatted(differing, compared, compared == 1 ? "derivative" : "derivatives");
    }
    return compared == 1
        ? "its one derivative " + (provesNothing() ? "is" + ZERO : "agrees")
        : "all " + compared + " derivatives " + (provesNothing() ? "are" + ZERO : "agree");
  }

  private String part(Verdict verdict, String text) {
    long count = count(verdict);
    return count == 0 ? "" : ", " + count + " " + text;
  }
}
