package org.cortado.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.api.Claim;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Phase;
import org.cortado.api.blob.Shape;

/**
 * Makes cases of a layer from its declaration: tries options, shapes and values until it takes
 * them, then changes one option after the other.
 */
final class CaseMaker {

  private static final List<Values> VALUES =
      List.of(Values.nonZero(), Values.positive(), Values.between(0.1, 0.9));

  /** So many bottoms or tops stand for any number, besides the least. */
  private static final int MORE = 2;

  private final TestedType tested;
  private final LayerType type;
  private final OptionSpace options;
  private final CaseWish wish;
  private String refusal = "none was tried";
  private Optional<AssertionError> accident = Optional.empty();
  private Optional<Case> crashing = Optional.empty();

  CaseMaker(TestedType tested, CaseWish wish) {
    this.tested = tested;
    this.wish = wish;
    type = tested.declaration().type();
    options = tested.options();
  }

  /**
   * Returns cases: those of the wish, or else those that the declaration gives. Where the layer
   * gets through none, one that it doesn't refuse.
   *
   * @throws NoCaseError if the layer takes nothing of what was tried
   */
  List<Case> make() {
    Case base = base(bottoms(), tops()).or(() -> crashing).orElseThrow(this::nothing);
    List<Case> cases = new ArrayList<>(List.of(base, base.phase(Phase.TEST)));
    if (!wish.isOfOneCase()) {
      addOthers(base, cases);
    }
    return List.copyOf(cases);
  }

  private int bottoms() {
    return wish.bottoms().isEmpty() ? type.bottoms() : wish.bottoms().size();
  }

  private int tops() {
    if (wish.tops() > 0) {
      return wish.tops();
    }
    return type.topsMatchBottoms() ? bottoms() : type.tops();
  }

  private void addOthers(Case base, List<Case> cases) {
    greatest(type.bottoms(), type.maxBottoms())
        .flatMap(bottoms -> base(bottoms, type.topsMatchBottoms() ? bottoms : type.tops()))
        .ifPresent(cases::add);
    greatest(type.tops(), type.topsMatchBottoms() ? LayerType.SAME : type.maxTops())
        .flatMap(tops -> base(type.bottoms(), tops))
        .ifPresent(cases::add);
    for (Map<String, Object> changed : options.neighbours(base.options())) {
      best(bare(changed, base.tops()), base.shapes()).ifPresent(cases::add);
    }
  }

  private NoCaseError nothing() {
    return new NoCaseError(
        "no case of '%s' can be made from its declaration, the last one tried was refused: %s; write one by hand"
            .formatted(tested.name(), refusal),
        refusal,
        accident);
  }

  private static Optional<Integer> greatest(int least, int declared) {
    if (declared == LayerType.SAME || declared == least) {
      return Optional.empty();
    }
    return Optional.of(declared == LayerType.ANY ? least + MORE : declared);
  }

  private Optional<Case> base(int bottoms, int tops) {
    return options.starts().stream()
        .map(wish::over)
        .distinct()
        .flatMap(start -> with(start, bottoms, tops).stream())
        .findFirst();
  }

  private Optional<Case> with(Map<String, Object> chosen, int bottoms, int tops) {
    Case bare = bare(chosen, tops);
    return shapes(bottoms).flatMap(shapes -> best(bare, shapes).stream()).findFirst();
  }

  private Case bare(Map<String, Object> chosen, int tops) {
    return new Case(tested).claiming(wish.claims()).options(chosen).tops(tops);
  }

  private Stream<List<Shape>> shapes(int bottoms) {
    return wish.bottoms().isEmpty() ? BottomSpace.of(bottoms) : Stream.of(wish.bottoms());
  }

  /**
   * Returns the case with the first values that the layer takes; those come last near which there
   * is no telling its gradients by differences, be it for a kink.
   */
  private Optional<Case> best(Case bare, List<Shape> shapes) {
    if (!isShaped(filled(bare, shapes, Values.nonZero()))) {
      return Optional.empty();
    }
    List<Case> taken =
        VALUES.stream()
            .map(values -> filled(bare, shapes, values))
            .filter(this::isTaken)
            .map(this::fixedIfNeedBe)
            .toList();
    return taken.stream()
        .filter(CaseMaker::isSmooth)
        .findFirst()
        .or(() -> taken.stream().findFirst());
  }

  private static boolean isSmooth(Case taken) {
    try {
      BackwardProofs.gradientsAgreeWithDifferences(taken, Backends.portable());
      return true;
    } catch (NotApplicable nothingToDiffer) {
      return true;
    } catch (AssertionError differs) {
      return false;
    }
  }

  private Case fixedIfNeedBe(Case taken) {
    return taken.canBeResized() && !isTaken(taken.times(2)) ? taken.fixedShape() : taken;
  }

  private Case filled(Case bare, List<Shape> shapes, Values values) {
    Case filled = bare;
    for (int i = 0; i < shapes.size(); i++) {
      boolean label = !LayerTraits.takesGradient(type, i, shapes.size());
      filled = filled.bottom(label ? Values.labels(2) : values, shapes.get(i));
    }
    return filled;
  }

  private boolean isShaped(Case attempt) {
    return isTaken(() -> LayerMaker.shaped(attempt, Backends.portable()).close(), () -> {});
  }

  private boolean isTaken(Case attempt) {
    return isTaken(
        () -> {
          try (TestLayer layer = LayerMaker.make(attempt, Backends.portable())) {
            Outcome outcome = Passes.run(layer);
            if (!attempt.says(Claim.WRITTEN_BY_CALLER)) {
              outcome.hasNoNaN("a case should have numbers alone");
            }
          }
        },
        () -> crashing = crashing.or(() -> Optional.of(attempt)));
  }

  private boolean isTaken(Runnable attempt, Runnable otherwise) {
    try {
      Optional<String> refused = Refusals.of("a case of " + tested.name(), attempt);
      refusal = refused.orElse(refusal);
      return refused.isEmpty();
    } catch (AssertionError fault) {
      refusal = String.valueOf(fault.getMessage());
      accident = Optional.of(fault);
      otherwise.run();
      return false;
    }
  }
}
