package org.cortado.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Phase;
import org.cortado.api.blob.Shape;
import org.cortado.engine.plugin.LayerDeclaration;

/**
 * Makes cases of a layer from its declaration: tries options, shapes and values until it takes
 * them, then changes one option after the other.
 */
final class CaseMaker {

  private static final List<Values> VALUES =
      List.of(Values.nonZero(), Values.positive(), Values.between(0.1, 0.9));

  /** So many bottoms or tops stand for any number, besides the least. */
  private static final int MORE = 2;

  private static final Map<String, List<Case>> MADE = new ConcurrentHashMap<>();

  private final LayerDeclaration declaration;
  private final LayerType type;
  private final OptionSpace options;
  private String refusal = "none was tried";

  /**
   * Returns the cases of a layer, which are made once.
   *
   * @throws AssertionError if the layer takes nothing of what was tried
   */
  static List<Case> casesOf(LayerDeclaration declaration) {
    return MADE.computeIfAbsent(declaration.name(), name -> new CaseMaker(declaration).make());
  }

  CaseMaker(LayerDeclaration declaration) {
    this.declaration = declaration;
    type = declaration.type();
    options = new OptionSpace(declaration);
  }

  /**
   * Returns cases.
   *
   * @throws AssertionError if the layer takes nothing of what was tried
   */
  List<Case> make() {
    Case base = base(type.bottoms(), type.tops()).orElseThrow(this::nothing);
    List<Case> cases = new ArrayList<>();
    cases.add(base);
    cases.add(base.phase(Phase.TEST));
    greatest(type.bottoms(), type.maxBottoms())
        .flatMap(bottoms -> base(bottoms, type.topsMatchBottoms() ? bottoms : type.tops()))
        .ifPresent(cases::add);
    greatest(type.tops(), type.topsMatchBottoms() ? LayerType.SAME : type.maxTops())
        .flatMap(tops -> base(type.bottoms(), tops))
        .ifPresent(cases::add);
    for (Map<String, Object> changed : options.neighbours(base.options())) {
      Case bare = new Case(type.name()).options(changed).tops(base.tops());
      best(bare, base.shapes()).ifPresent(cases::add);
    }
    return cases;
  }

  private AssertionError nothing() {
    return new AssertionError(
        "no case of '%s' can be made from its declaration, the last one tried was refused: %s; write one by hand"
            .formatted(declaration.name(), refusal));
  }

  private static Optional<Integer> greatest(int least, int declared) {
    if (declared == LayerType.SAME || declared == least) {
      return Optional.empty();
    }
    return Optional.of(declared == LayerType.ANY ? least + MORE : declared);
  }

  private Optional<Case> base(int bottoms, int tops) {
    return options.starts().stream()
        .flatMap(start -> with(start, bottoms, tops).stream())
        .findFirst();
  }

  private Optional<Case> with(Map<String, Object> chosen, int bottoms, int tops) {
    Case bare = new Case(type.name()).options(chosen).tops(tops);
    return BottomSpace.of(bottoms).flatMap(shapes -> best(bare, shapes).stream()).findFirst();
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

  private static boolean isSmooth(Case tested) {
    try {
      BackwardProofs.gradientsAgreeWithDifferences(tested, Backends.portable());
      return true;
    } catch (AssertionError differs) {
      return false;
    }
  }

  private Case fixedIfNeedBe(Case tested) {
    return tested.canBeResized() && !isTaken(tested.times(2)) ? tested.fixedShape() : tested;
  }

  private Case filled(Case bare, List<Shape> shapes, Values values) {
    Case tested = bare;
    for (int i = 0; i < shapes.size(); i++) {
      boolean label = !LayerTraits.takesGradient(type, i, shapes.size());
      tested = tested.bottom(label ? Values.labels(2) : values, shapes.get(i));
    }
    return tested;
  }

  private boolean isShaped(Case tested) {
    return isTaken(() -> LayerMaker.shaped(tested, Backends.portable()).close());
  }

  private boolean isTaken(Case tested) {
    return isTaken(
        () -> {
          try (TestLayer layer = LayerMaker.make(tested, Backends.portable())) {
            Passes.run(layer).hasNoNaN("a case should have numbers alone");
          }
        });
  }

  private boolean isTaken(Runnable attempt) {
    try {
      Optional<String> refused = Refusals.of("a case of " + declaration.name(), attempt);
      refusal = refused.orElse(refusal);
      return refused.isEmpty();
    } catch (AssertionError fault) {
      refusal = String.valueOf(fault.getMessage());
      return false;
    }
  }
}
