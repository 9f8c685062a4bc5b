package org.cortado.layers.core.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class CompositeLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("test:Residual").bottom(2, 3, 4, 4),
        layer("test:Residual").option("size", 1).bottom(2, 2, 3, 3),
        layer("test:Mixed").bottom(3, 4).bottom(2).tops(4));
  }

  private static Blob image() {
    return blob(Shape.of(1, 2, 3, 3), new double[18]);
  }

  @Test
  void hasTheParametersOfItsPartsInOrder() {
    try (TestLayer layer = make("test:Residual", options(), image())) {
      assertThat(layer.layer().parameters().stream().map(Blob::shape).map(Shape::toString))
          .startsWith("[2x2x3x3]", "[2]", "[2]", "[2]");
    }
  }

  @Test
  void countsTheWorkAndSeesAsFarAsItsParts() {
    try (TestLayer layer = make("test:Residual", options(), image())) {
      assertThat(layer.layer().multiplyAdds(layer.bottoms(), layer.tops()))
          .isEqualTo(2L * 2 * 3 * 3 * 3 * 3);
      assertThat(layer.layer().receptiveField(layer.bottoms(), layer.tops())).hasToString("3x3");
    }
  }

  @Test
  void saysWhichPartRefusesItsBottoms() {
    assertThat(refusal("test:Residual", options(), blob(1, 2)))
        .startsWith("in 'tested/conv' (Convolution): ");
  }

  @Test
  void saysWhichPartHasAWrongOption() {
    assertThat(refusal("test:Misspelt", options("type", "InnerProduct"), blob(1, 2)))
        .isEqualTo(
            "in 'tested/it' (InnerProduct): unknown option 'num_outptu'; did you mean"
                + " 'num_output'?");
  }

  @Test
  void saysWhichPartIsOfNoKnownType() {
    assertThat(refusal("test:Misspelt", options("type", "InerProduct"), blob(1, 2)))
        .isEqualTo(
            "in 'tested/it': unknown layer type 'InerProduct'; did you mean 'InnerProduct'?");
  }

  @Test
  void leadsABottomOut() {
    Blob x = blob(Shape.of(1, 2), 3, 4);
    try (TestLayer layer = TestLayer.of("test:Mixed", options(), 4, List.of(x, blob(5, 6)))) {
      layer.forward();
      assertThat(layer.top(2)).containsExactly(5, 6);
    }
  }

  @Test
  void addsTheGradientsOfAForkToThoseFromAbove() {
    Blob x = blob(Shape.of(1, 1), 2);
    try (TestLayer layer = TestLayer.of("test:Mixed", options(), 4, List.of(x, blob(0)))) {
      layer.setParameter(0, 3, 1);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(6 * 6 - 2 * 6, 2 * 2 - 2 * 2);
      layer.backward(1, 0);
      assertThat(layer.bottomDiff(0)).containsExactly((2 * 6 - 2) * 3);
      assertThat(layer.parameterDiff(0)).containsExactly((2 * 6 - 2) * 2, 0);
    }
  }
}
