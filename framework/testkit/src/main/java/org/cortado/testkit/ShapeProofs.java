package org.cortado.testkit;

import java.util.List;
import org.cortado.api.Claim;
import org.cortado.api.DataLayer;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** What holds for the shapes of tops. */
final class ShapeProofs {

  private ShapeProofs() {}

  static void followFromShapesAlone(Case tested, Backend backend) {
    try (TestLayer planned = LayerMaker.shaped(tested, backend);
        TestLayer run = LayerMaker.make(tested, backend)) {
      hasShapes(run, shapes(planned), "made with memory, after reshape without");
      Passes.run(run);
      if (!tested.says(Claim.SHAPED_BY_DATA)
          && !(run.layer() instanceof DataLayer)) { // short last batches
        hasShapes(run, shapes(planned), "after forward and backward");
      }
    }
  }

  private static List<Shape> shapes(TestLayer layer) {
    return layer.tops().stream().map(Blob::shape).toList();
  }

  private static void hasShapes(TestLayer layer, List<Shape> expected, String when) {
    for (int i = 0; i < expected.size(); i++) {
      Shape found = layer.topShape(i);
      if (!found.equals(expected.get(i))) {
        throw new AssertionError(
            "top %d, %s: expected the shape %s that reshape gave, but found %s"
                .formatted(i, when, expected.get(i), found));
      }
    }
  }

  static void canChangeBetweenSweeps(Case tested, Backend backend) {
    NotApplicable.unless(tested.canBeResized(), "the case can't be tried with other sizes");
    try (TestLayer layer = LayerMaker.make(tested.times(2), backend)) {
      Passes.run(layer);
      isLikeAFreshOne(layer, tested, backend);
      isLikeAFreshOne(layer, tested.times(3), backend);
    }
  }

  private static void isLikeAFreshOne(TestLayer layer, Case other, Backend backend) {
    try (TestLayer fresh = LayerMaker.make(other, backend)) {
      layer.become(other);
      Passes.run(layer).isExactly(Passes.run(fresh), "after a change of shapes to " + other);
    }
  }
}
