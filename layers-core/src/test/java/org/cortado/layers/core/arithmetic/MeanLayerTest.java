package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class MeanLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Mean").bottom(2, 3),
        layer("Mean").bottom(),
        layer("Mean").option("axes", 1).bottom(2, 3, 2),
        layer("Mean").option("axes", "[0, 2]").option("keep_dims", true).bottom(2, 3, 2));
  }

  @Test
  void takesTheMeanAlongAnAxis() {
    Blob x = blob(Shape.of(2, 3), 1, 2, 3, 4, 5, 9);
    assertThat(run("Mean", options(), x)).containsExactly(4f);
    try (TestLayer mean = make("Mean", options("axes", 1), x)) {
      mean.forward();
      assertThat(mean.top(0)).containsExactly(2f, 6f);
      mean.backward(3, 6);
      assertThat(mean.bottomDiff(0)).containsExactly(1f, 1f, 1f, 2f, 2f, 2f);
    }
  }

  @Test
  void isZeroOfNothing() {
    assertThat(run("Mean", options(), blob(Shape.of(0, 2)))).containsExactly(0f);
    assertThat(run("Mean", options("axes", 1), blob(Shape.of(0, 2)))).isEmpty();
  }
}
