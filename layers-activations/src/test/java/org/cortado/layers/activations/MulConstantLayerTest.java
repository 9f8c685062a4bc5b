package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class MulConstantLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("MulConstant").option("constant", 3).bottom(2, 3),
        layer("MulConstant").option("constant", 0).bottom(2, 3),
        layer("MulConstant").option("constant", -0.5).bottom(),
        layer("MulConstant").option("constant", 1.25).bottom(3, 7000));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("MulConstant", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void multipliesEveryElement() {
    assertThat(run("MulConstant", options("constant", 0.5), blob(1, -2, 0, 4)))
        .containsExactly(0.5f, -1, 0, 2);
  }

  @Test
  void multipliesTheGradient() {
    assertThat(gradient(options("constant", -3), new double[] {1, 2}, 4, -5))
        .containsExactly(-12, 15);
  }

  @Test
  void keepsSignsUnlessItShrinksThemAway() {
    LayerTraits declared = LayerTraits.of(MulConstantLayer.class.getAnnotation(LayerType.class));

    assertThat(new MulConstantLayer.Options(2).refine(declared).keepsSigns()).isTrue();
    assertThat(new MulConstantLayer.Options(1e-30f).refine(declared).keepsSigns()).isFalse();
    assertThat(new MulConstantLayer.Options(-2).refine(declared).keepsSigns()).isFalse();
    assertThat(new MulConstantLayer.Options(2).refine(declared).inPlace()).isTrue();
  }

  @Test
  void demandsAFiniteConstant() {
    assertThat(refusal("MulConstant", options(), blob(1)))
        .isEqualTo("constant is missing; it must be a number");
    assertThat(refusal("MulConstant", options("constant", ".inf"), blob(1)))
        .contains("constant must be a finite number");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("MulConstant", options("constant", 2), blob())).isEmpty();
  }
}
