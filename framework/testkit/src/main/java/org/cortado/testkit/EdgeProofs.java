package org.cortado.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Shape;

/** What holds where shapes are out of the ordinary. */
final class EdgeProofs {

  private static final String NO_BOTTOMS = "it has no bottoms";
  private static final String NOT_RESIZED = "the case can't be tried with other sizes";
  private static final String UNDEFINED = "it was not written, or is the result of no number";

  private static final int LARGE = 1 << 24;

  /** A few numbers a row, on the way to 4 bytes an element. */
  private static final long PLANNED = 8 << 20;

  /** What any bottom may happen to be. */
  private static final List<Shape> ODD =
      List.of(
          Shape.of(),
          Shape.of(0),
          Shape.of(1),
          Shape.of(3),
          Shape.of(0, 3),
          Shape.of(2, 0),
          Shape.of(1, 1),
          Shape.of(1, 1, 1, 1),
          Shape.of(2, 3, 0, 2),
          Shape.of(2, 0, 4, 4),
          Shape.of(2, 1, 3, 1, 2, 1));

  private EdgeProofs() {}

  static void takesAnEmptyBatch(Case tested, Backend backend) {
    NotApplicable.unless(tested.canBeResized(), NOT_RESIZED);
    Case empty = tested.items(0);
    Refusals.of("an empty batch", () -> run(empty, backend))
        .ifPresent(
            message -> {
              throw new AssertionError(
                  "an empty batch is refused: '"
                      + message
                      + "' (declare Claim.FIXED_SHAPE if there can be none)");
            });
  }

  static void takesOrRefusesOddShapes(Case tested, Backend backend) {
    NotApplicable.unless(!tested.bottoms().isEmpty(), NO_BOTTOMS);
    for (Shape odd : ODD) {
      List<Shape> all = new ArrayList<>(tested.shapes());
      all.replaceAll(shape -> odd);
      takesOrRefuses(tested.shaped(all), backend);
      for (int i = 0; i < all.size() && all.size() > 1; i++) {
        List<Shape> one = new ArrayList<>(tested.shapes());
        one.set(i, odd);
        takesOrRefuses(tested.shaped(one), backend);
      }
    }
  }

  static void takesOrRefusesOddOptions(Case tested, Backend backend) {
    List<Map<String, Object>> oddities = tested.type().options().oddities(tested.options());
    NotApplicable.unless(!oddities.isEmpty(), "it has no options that are numbers");
    for (Map<String, Object> odd : oddities) {
      plan(tested.options(odd), backend);
    }
  }

  private static void takesOrRefuses(Case odd, Backend backend) {
    Refusals.of("with bottoms " + odd.shapes(), () -> run(odd, backend));
  }

  private static void run(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      Passes.run(layer).hasNoNaN(UNDEFINED);
    }
  }

  /**
   * Gives bottoms of nearly 2^31 elements, and no memory: many tops would have more.
   *
   * <p>Before it, bottoms of a hundredth, for it to be seen what reshape takes by their size.
   */
  static void plansOrRefusesHugeShapes(Case tested, Backend backend) {
    boolean grows = tested.shapes().stream().anyMatch(shape -> shape.count() > 0);
    NotApplicable.unless(grows, NO_BOTTOMS);
    Case large = tested.shaped(grown(tested.shapes(), LARGE));
    Meter meter = new Meter();
    long before = meter.bytes();
    plan(large, backend);
    long taken = meter.bytes() - before;
    if (taken > PLANNED) {
      throw new AssertionError(
          "with bottoms %s setUp and reshape take %d bytes of the Java heap; what is as large as a blob must come from LayerContext.tensor or be made in forward"
              .formatted(large.shapes(), taken));
    }
    plan(tested.shaped(grown(tested.shapes(), Integer.MAX_VALUE)), backend);
  }

  private static void plan(Case tested, Backend backend) {
    Refusals.of("planning " + tested, () -> LayerMaker.shaped(tested, backend).close());
  }

  private static List<Shape> grown(List<Shape> shapes, int elements) {
    int items = shapes.stream().mapToInt(shape -> side(shape, elements)).min().orElse(1);
    return shapes.stream().map(shape -> grown(shape, items)).toList();
  }

  /** Returns how far the first and the last axis may both grow. */
  private static int side(Shape shape, int elements) {
    int between = shape.axes() > 2 ? shape.count(1, shape.axes() - 1) : 1;
    return (int) Math.sqrt((double) elements / Math.max(1, between));
  }

  private static Shape grown(Shape shape, int items) {
    if (shape.axes() == 0) {
      return shape;
    }
    return shape.axes() == 1 ? Shape.of(items) : shape.with(0, items).with(-1, items);
  }
}
