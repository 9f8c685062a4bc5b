package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PadLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case reflect = layer("Pad").option("mode", "reflect");
    Case replicate = layer("Pad").option("mode", "replicate");
    return Stream.of(
        layer("Pad").option("pad", 1).bottom(2, 2, 2, 3),
        layer("Pad").option("pad", "[1, 0, 2, 1]").option("value", -2).bottom(1, 2, 2, 3),
        layer("Pad").option("pad", 0).bottom(2, 1, 3),
        layer("Pad").option("pad", 3).option("axis", 0).bottom(1).fixedShape().mixesItems(),
        reflect.option("pad", "[1, 2, 2, 0]").bottom(2, 2, 3, 3),
        reflect.option("pad", 1).option("axis", 1).bottom(2, 2, 2, 3),
        reflect.option("pad", "[0, 4]").option("axis", -1).bottom(2, 5),
        replicate.option("pad", "[1, 2, 3, 0]").bottom(2, 2, 1, 2),
        replicate.option("pad", 1).option("axis", 1).bottom(1, 2, 1, 3),
        replicate.option("pad", 0).bottom(1, 1, 1));
  }

  private static Blob counted(int... dims) {
    Shape shape = Shape.of(dims);
    return blob(shape, IntStream.range(1, shape.count() + 1).asDoubleStream().toArray());
  }

  private static float[] padded(String pad, String mode, Blob x) {
    return run("Pad", options("pad", pad, "mode", mode, "axis", 0), x);
  }

  @Test
  void addsZerosOrAnotherValue() {
    assertThat(padded("1", "constant", blob(1, 2))).containsExactly(0f, 1f, 2f, 0f);
    assertThat(run("Pad", options("pad", "[0, 2]", "value", 7, "axis", 0), blob(1, 2)))
        .containsExactly(1f, 2f, 7f, 7f);
    assertThat(padded("[1, 0, 0, 1]", "constant", counted(2, 2)))
        .containsExactly(0f, 0f, 0f, 1f, 2f, 0f, 3f, 4f, 0f);
  }

  @Test
  void mirrorsWithoutTheBorder() {
    assertThat(padded("[2, 1]", "reflect", blob(1, 2, 3))).containsExactly(3f, 2f, 1f, 2f, 3f, 2f);
    assertThat(padded("[1, 0, 0, 1]", "reflect", counted(2, 2)))
        .containsExactly(3f, 4f, 3f, 1f, 2f, 1f, 3f, 4f, 3f);
  }

  @Test
  void repeatsTheBorder() {
    assertThat(padded("[2, 1]", "replicate", blob(1, 2))).containsExactly(1f, 1f, 1f, 2f, 2f);
    assertThat(padded("[1, 0, 0, 1]", "replicate", counted(2, 2)))
        .containsExactly(1f, 2f, 2f, 1f, 2f, 2f, 3f, 4f, 4f);
  }

  @Test
  void addsTheGradientsOfCopiesInDoublePrecision() {
    try (TestLayer pad =
        make("Pad", options("pad", "[2, 1]", "mode", "replicate", "axis", 0), blob(1, 2))) {
      pad.forward();
      pad.backward(1e8, 1, -1e8, 10, 20);
      assertThat(pad.bottomDiff(0)).containsExactly(1f, 30f);
    }
  }

  /** Compares with each element's source, found from its coordinates, one by one. */
  @ParameterizedTest
  @CsvSource({"reflect, 2x3x4x5, 1", "reflect, 1x70x300, 1", "replicate, 3x2x2x3, 2"})
  void comesFromWhereEachAxisSays(String mode, String sizes, int axis) {
    Blob x = counted(Stream.of(sizes.split("x")).mapToInt(Integer::parseInt).toArray());
    try (TestLayer pad = make("Pad", options("pad", 1, "mode", mode, "axis", axis), x)) {
      pad.forward();
      Shape whole = pad.topShape(0);
      float[] y = pad.top(0);
      for (int i = 0; i < y.length; i++) {
        int from = 0;
        for (int k = 0; k < whole.axes(); k++) {
          int at = i / whole.count(k + 1) % whole.dim(k) - (k < axis ? 0 : 1);
          from += source(at, x.shape().dim(k), mode) * x.shape().count(k + 1);
        }
        assertThat(y[i]).isEqualTo(x.data().read().get(from));
      }
    }
  }

  private static int source(int at, int size, String mode) {
    if (at >= 0 && at < size) {
      return at;
    }
    boolean reflects = mode.equals("reflect");
    return at < 0 ? (reflects ? 1 : 0) : size - (reflects ? 2 : 1);
  }

  @Test
  void takesAnEmptyBatchAndPadsNothing() {
    assertThat(run("Pad", options("pad", 1), blob(Shape.of(0, 1, 2)))).isEmpty();
    assertThat(run("Pad", options("pad", 1, "mode", "reflect"), blob(Shape.of(0, 1, 2)))).isEmpty();
    assertThat(padded("1", "constant", blob())).containsExactly(0f, 0f);
    assertThat(padded("0", "reflect", blob())).isEmpty();
  }

  @Test
  void refusesWhatCannotBeMirroredOrRepeated() {
    assertThat(refusal("Pad", options("pad", 2, "mode", "reflect"), counted(1, 1, 2)))
        .isEqualTo("axis 2 of the bottom [1x1x2] is too short to be mirrored over 2 elements");
    assertThat(refusal("Pad", options("pad", 1, "mode", "replicate"), counted(1, 1, 0)))
        .isEqualTo("axis 2 of the bottom [1x1x0] has no border to repeat");
  }

  @Test
  void refusesOtherNumbersOfPads() {
    assertThat(refusal("Pad", options("pad", "[1, 2]"), counted(1, 1, 2, 2)))
        .isEqualTo(
            "pad has 2 numbers, but must have one, or two for each of the 2 axes of the bottom"
                + " [1x1x2x2] from axis 2 on");
    assertThat(refusal("Pad", options(), counted(1, 1, 2)))
        .endsWith("give pad, one number or two for each axis");
    assertThat(refusal("Pad", options("pad", -1), counted(1, 1, 2))).contains("at least 0");
    assertThat(refusal("Pad", options("pad", 1), counted(1, 1)))
        .isEqualTo("axis is 2, but the bottom [1x1] has 2 axes");
    assertThat(refusal("Pad", options("pad", Integer.MAX_VALUE), counted(1, 1, 1)))
        .isEqualTo(
            "axis 2 of the top would have the size 4294967295, but may have at most 2147483647");
  }

  @Test
  void refusesAValueThatIsNotUsed() {
    assertThat(refusal("Pad", options("pad", 1, "mode", "reflect", "value", 3), counted(1, 1, 2)))
        .endsWith("value is for mode constant alone");
  }
}
