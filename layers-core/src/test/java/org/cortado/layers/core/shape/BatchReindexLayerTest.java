package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class BatchReindexLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case reindex = layer("BatchReindex");
    return Stream.of(
        reindex.bottom(5, 2, 3).bottom(Values.labels(5), 4),
        reindex.bottom(2).bottom(Values.labels(2), 5),
        reindex.bottom(1, 1).bottom(Values.labels(1), 1));
  }

  private static Blob items() {
    return blob(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
  }

  @Test
  void picksItemsAndAddsTheirGradients() {
    try (TestLayer reindex = make("BatchReindex", options(), items(), blob(2, 2, 0))) {
      reindex.forward();
      assertThat(reindex.topShape(0)).isEqualTo(Shape.of(3, 2));
      assertThat(reindex.top(0)).containsExactly(5f, 6f, 5f, 6f, 1f, 2f);
      reindex.backward(1, 2, 10, 20, 100, 200);
      assertThat(reindex.bottomDiff(0)).containsExactly(100f, 200f, 0f, 0f, 11f, 22f);
    }
  }

  @Test
  void picksNothing() {
    try (TestLayer reindex = make("BatchReindex", options(), items(), blob())) {
      reindex.forward();
      assertThat(reindex.topShape(0)).isEqualTo(Shape.of(0, 2));
      reindex.backward();
      assertThat(reindex.bottomDiff(0)).containsOnly(0f);
    }
  }

  @Test
  void refusesWhatIsNoIndex() {
    assertThat(refusal("BatchReindex", options(), items(), blob(0, 3)))
        .isEqualTo(
            "bottom 1 has the index 3.0 at [1], but indices must be whole numbers from 0 to 2");
  }

  @Test
  void refusesOtherShapes() {
    assertThat(refusal("BatchReindex", options(), items(), blob(Shape.of(1, 1), 0)))
        .isEqualTo("bottom 1 has the shape [1x1], but indices must have one axis");
    assertThat(refusal("BatchReindex", options(), blob(Shape.of(), 0), blob(0)))
        .isEqualTo("bottom 0 is a single number, but must have a batch axis");
  }
}
