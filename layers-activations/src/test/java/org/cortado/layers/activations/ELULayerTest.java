package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ELULayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("ELU").bottom(2, 3),
        layer("ELU").option("alpha", 0.3).bottom(3, 7),
        layer("ELU").option("alpha", 0).bottom(2, 3),
        layer("ELU").option("alpha", -0.5).bottom(2, 3),
        layer("ELU").bottom(),
        layer("ELU").option("alpha", 2).bottom(3, 7000));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("ELU", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void bendsWhatIsBelow0() {
    assertThat(run("ELU", options(), blob(-1, 0, 2)))
        .containsExactly(new float[] {-0.632121f, 0, 2}, within(1e-6f));
    assertThat(run("ELU", options("alpha", 2), blob(-1000, -1, 3)))
        .containsExactly(new float[] {-2, -1.264241f, 3}, within(1e-6f));
  }

  @Test
  void isAReLUWithAnAlphaOf0() {
    assertThat(run("ELU", options("alpha", 0), blob(-1, 0, 2))).containsExactly(-0f, 0, 2);
  }

  @Test
  void hasTheSlopeAlphaAt0() {
    assertThat(gradient(options("alpha", 0.5), new double[] {-1, 0, 2}, 2, 3, 4))
        .containsExactly(new float[] {0.367879f, 1.5f, 4}, within(1e-6f));
    assertThat(gradient(options("alpha", -0.5), new double[] {-1, 0, 2}, 2, 3, 4))
        .containsExactly(new float[] {-0.367879f, -1.5f, 4}, within(1e-6f));
  }

  @Test
  void worksInPlaceUnlessAlphaHidesTheSign() {
    LayerTraits declared = LayerTraits.of(ELULayer.class.getAnnotation(LayerType.class));

    assertThat(declared).isEqualTo(new LayerTraits(true, Set.of(Reads.TOP_DATA)));
    assertThat(new ELULayer.Options(0).refine(declared)).isEqualTo(declared);
    assertThat(new ELULayer.Options(-0.1f).refine(declared))
        .isEqualTo(LayerTraits.forwardInPlace(Set.of(Reads.BOTTOM_DATA)));
  }

  @Test
  void refusesAnAlphaThatIsNoNumber() {
    assertThat(refusal("ELU", options("alpha", ".nan"), blob(1)))
        .contains("alpha must be a finite number");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("ELU", options(), blob())).isEmpty();
  }
}
