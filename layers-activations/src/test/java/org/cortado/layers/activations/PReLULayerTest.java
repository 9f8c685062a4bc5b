package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class PReLULayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("PReLU").bottom(2, 3),
        layer("PReLU").bottom(2, 3, 2, 2),
        layer("PReLU").bottom(1, 1),
        layer("PReLU").option("channel_shared", true).bottom(3, 7),
        layer("PReLU").option("channel_shared", true).bottom(),
        layer("PReLU").option("filler", "{type: constant, value: 0}").bottom(2, 3),
        layer("PReLU").option("filler", "{type: constant, value: -0.5}").bottom(2, 3, 5),
        layer("PReLU").option("filler", "{type: gaussian}").bottom(4, 5, 3),
        layer("PReLU").bottom(5, 900),
        layer("PReLU").bottom(2, 3, 6000),
        layer("PReLU").phase(Phase.TEST).bottom(2, 3));
  }

  @Test
  void multipliesWhatIsBelow0ByTheSlopeOfItsChannel() {
    try (TestLayer layer =
        make("PReLU", options(), blob(Shape.of(2, 2, 2), -1, 2, -3, 4, 0, -6, 7, -8))) {
      assertThat(layer.parameter(0)).containsExactly(0.25f, 0.25f);
      layer.setParameter(0, 0.5, -2);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(-0.5f, 2, 6, 4, 0, -3, 7, 16);
      layer.backward(1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(layer.bottomDiff(0)).containsExactly(0.5f, 2, -6, 4, 2.5f, 3, 7, -16);
      assertThat(layer.parameterDiff(0)).containsExactly(-1 - 36, -9 - 64);
    }
  }

  @Test
  void hasOneSlopeIfShared() {
    try (TestLayer layer = make("PReLU", options("channel_shared", true), blob(-1, 2, -3))) {
      layer.setParameter(0, 0.5);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(-0.5f, 2, -1.5f);
      layer.backward(1, 2, 3);
      assertThat(layer.bottomDiff(0)).containsExactly(0.5f, 2, 1.5f);
      assertThat(layer.parameterDiff(0)).containsExactly(-10);
    }
  }

  @Test
  void addsToTheGradientOfItsSlopes() {
    try (TestLayer layer = make("PReLU", options("channel_shared", true), blob(-1, 2, -3))) {
      layer.forward();
      layer.backward(1, 2, 3);
      layer.backward(1, 2, 3);
      assertThat(layer.parameterDiff(0)).containsExactly(-20);
    }
  }

  @Test
  void sumsManyElementsWithoutLosingAny() {
    int count = 1 << 20;
    Blob x = blob(Shape.of(1, 1, count), new double[count]);
    for (int i = 0; i < count; i++) {
      x.data().update().put(i, i % 2 == 0 ? -0.1f : 1);
    }
    try (TestLayer layer = make("PReLU", options(), x)) {
      layer.forward();
      double[] dy = new double[count];
      Arrays.fill(dy, 1);
      layer.backward(dy);
      int negatives = count / 2;
      assertThat(layer.parameterDiff(0)).containsExactly((float) (-0.1f * (double) negatives));
    }
  }

  @Test
  void demandsAnAxisForChannels() {
    assertThat(refusal("PReLU", options(), blob(1, 2)))
        .isEqualTo(
            "the bottom [2] has no axis 1 for channels; say channel_shared: true for a single"
                + " slope");
  }

  @Test
  void keepsNan() {
    assertThat(run("PReLU", options("channel_shared", true), blob(Float.NaN, 1)))
        .containsExactly(Float.NaN, 1);
  }

  @Test
  void takesAnEmptyBatch() {
    try (TestLayer layer = make("PReLU", options(), blob(Shape.of(0, 2)))) {
      layer.forward();
      layer.backward();
      assertThat(layer.top(0)).isEmpty();
      assertThat(layer.parameterDiff(0)).containsExactly(0, 0);
    }
  }
}
