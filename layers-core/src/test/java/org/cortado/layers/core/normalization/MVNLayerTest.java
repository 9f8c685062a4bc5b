package org.cortado.layers.core.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class MVNLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("MVN").bottom(2, 3, 2, 3),
        layer("MVN").option("across_channels", true).bottom(2, 3, 2, 2),
        layer("MVN").option("normalize_variance", false).bottom(2, 3, 4),
        layer("MVN")
            .option("normalize_variance", false)
            .option("across_channels", true)
            .bottom(2, 3),
        layer("MVN").option("eps", 0.5).bottom(Values.nonZero(), 2, 2, 5),
        layer("MVN").bottom(Values.between(0, 4), 1, 1, 3000),
        layer("MVN").bottom(2, 3));
  }

  private static Blob sample() {
    return blob(Shape.of(1, 2, 2), 1, 3, 10, 30);
  }

  @Test
  void normalizesEachChannel() {
    assertThat(run("MVN", options(), sample())).containsExactly(-1, 1, -1, 1);
  }

  @Test
  void addsEpsOutsideTheRoot() {
    assertThat(run("MVN", options("eps", 1), sample()))
        .containsExactly(new float[] {-0.5f, 0.5f, -10f / 11, 10f / 11}, within(1e-7f));
  }

  @Test
  void centersAlone() {
    assertThat(run("MVN", options("normalize_variance", false), sample()))
        .containsExactly(-1, 1, -10, 10);
  }

  @Test
  void normalizesAnImageAsAWhole() {
    assertThat(run("MVN", options("normalize_variance", false, "across_channels", true), sample()))
        .containsExactly(-10, -8, -1, 19);
    assertThat(run("MVN", options("across_channels", true), sample()))
        .containsExactly(
            new float[] {
              (float) (-10 / Math.sqrt(131.5)),
              (float) (-8 / Math.sqrt(131.5)),
              (float) (-1 / Math.sqrt(131.5)),
              (float) (19 / Math.sqrt(131.5))
            },
            within(1e-6f));
  }

  @Test
  void givesZeroForEqualElements() {
    assertThat(run("MVN", options(), blob(Shape.of(1, 1, 3), 0.1, 0.1, 0.1))).containsOnly(0);
    assertThat(run("MVN", options("eps", 0), blob(Shape.of(1, 1, 3), 0.1, 0.1, 0.1)))
        .containsOnly(0);
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("MVN", options(), blob(Shape.of(0, 3, 2)))).isEmpty();
  }

  @Test
  void refusesABottomWithoutChannels() {
    assertThat(refusal("MVN", options(), blob(1, 2)))
        .isEqualTo("the bottom must be [N x channels x …], but is [2]");
  }
}
