package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cortado.testkit.Values.exactly;
import static org.cortado.testkit.Values.nonZero;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class CosineEmbeddingLossLayerTest extends LayerContract {

  private static final float HALF_ROOT = (float) Math.sqrt(0.5);

  private static Case loss() {
    return layer("CosineEmbeddingLoss");
  }

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        loss().bottom(4, 3).bottom(4, 3).bottom(exactly(1, -1, -1, 1), 4),
        loss().option("margin", 0.5).bottom(4, 3).bottom(4, 3).bottom(exactly(1, -1, -1, -1), 4),
        loss().option("margin", -1).bottom(2, 2, 3).bottom(2, 2, 3).bottom(exactly(-1, -1), 2, 1),
        loss().bottom(3, 4).bottom(nonZero(), 3, 4).bottom((n, random) -> ones(n), 3),
        loss().bottom(1, 2).bottom(1, 2).bottom(exactly(1), 1));
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Directions that are 45, 45 and 90 degrees apart. */
  private static Blob a() {
    return blob(Shape.of(3, 2), 2, 0, 2, 0, 3, 0);
  }

  private static Blob b() {
    return blob(Shape.of(3, 2), 1, 1, 1, 1, 0, 7);
  }

  private static Blob similar() {
    return blob(1, -1, -1);
  }

  private static float loss(Map<String, Object> options) {
    return run("CosineEmbeddingLoss", options, a(), b(), similar())[0];
  }

  @Test
  void sumsWhatCosinesMissBy() {
    assertThat(loss(options())).isEqualTo((1 - HALF_ROOT + HALF_ROOT + 0) / 3, within(1e-6f));
    assertThat(loss(options("margin", 0.5)))
        .isEqualTo((1 - HALF_ROOT + HALF_ROOT - 0.5f) / 3, within(1e-6f));
    assertThat(loss(options("margin", -0.5)))
        .isEqualTo((1 - HALF_ROOT + HALF_ROOT + 0.5f + 0.5f) / 3, within(1e-6f));
  }

  @Test
  void turnsVectorsAndKeepsTheirLengths() {
    try (TestLayer layer = make("CosineEmbeddingLoss", options(), a(), b(), similar())) {
      layer.forward();
      layer.backward(3);
      float turn = HALF_ROOT / 2;
      assertThat(layer.bottomDiff(0))
          .containsExactly(new float[] {0, -turn, 0, turn, 0, 0}, within(1e-6f));
      assertThat(layer.bottomDiff(1))
          .containsExactly(new float[] {-turn, turn, turn, -turn, 0, 0}, within(1e-6f));
    }
  }

  @Test
  void takesTheCosineOfZerosFor0() {
    Blob zeros = blob(Shape.of(1, 2), 0, 0);
    Blob other = blob(Shape.of(1, 2), 0, 1);
    try (TestLayer layer = make("CosineEmbeddingLoss", options(), zeros, other, blob(1))) {
      layer.forward();
      layer.backward(1);
      assertThat(layer.top(0)).containsExactly(1);
      assertThat(layer.bottomDiff(0)[1]).isFinite();
    }
  }

  @Test
  void isNoNumberWhenAnElementIsNone() {
    assertThat(run("CosineEmbeddingLoss", options(), blob(Double.NaN), blob(1), blob(-1))[0])
        .isNaN();
    assertThat(run("CosineEmbeddingLoss", options(), blob(1), blob(Double.NaN), blob(1))[0])
        .isNaN();
  }

  @Test
  void takesAnEmptyBatch() {
    Blob none = blob(Shape.of(0, 3));

    assertThat(run("CosineEmbeddingLoss", options(), none, blob(Shape.of(0, 3)), blob()))
        .containsExactly(0);
  }

  @Test
  void refusesWhatIsNeitherSimilarNorNot() {
    assertThat(refusal("CosineEmbeddingLoss", options(), a(), b(), blob(1, 0, -1)))
        .isEqualTo("target 0 at [1] of [3] must be 1 or -1");
    assertThat(refusal("CosineEmbeddingLoss", options(), a(), b(), blob(1, -1, Double.NaN)))
        .isEqualTo("target NaN at [2] of [3] must be 1 or -1");
  }

  @Test
  void refusesBottomsThatDontGoTogether() {
    assertThat(refusal("CosineEmbeddingLoss", options(), a(), b(), blob(1, -1)))
        .isEqualTo("bottom 2 must have 3 elements, one for each item, but is [2]");
    assertThat(refusal("CosineEmbeddingLoss", options(), a(), blob(1, 2, 3), similar()))
        .isEqualTo("bottom 1 has the shape [3], but must have that of bottom 0, [3x2]");
    assertThat(refusal("CosineEmbeddingLoss", options("margin", 2), a(), b(), similar()))
        .contains("margin must be");
  }
}
