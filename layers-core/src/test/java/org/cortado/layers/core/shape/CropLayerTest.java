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

class CropLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case crop = layer("Crop");
    return Stream.of(
        crop.bottom(2, 2, 3, 4).bottom(2, 5, 3, 4),
        crop.option("offset", 1).bottom(2, 2, 4, 5).bottom(2, 1, 3, 2),
        crop.option("offset", "[2, 0]").bottom(1, 2, 5, 3).bottom(1, 2, 3, 1),
        crop.option("axis", 1).option("offset", "[1, 0, 2]").bottom(2, 3, 2, 4).bottom(2, 2, 1, 2),
        crop.option("axis", -1).option("offset", 3).bottom(2, 33).bottom(2, 17),
        crop.option("axis", 0).option("offset", "[1, 0]").bottom(3, 4).bottom(1, 4).fixedShape(),
        crop.option("axis", 3).bottom(1, 2, 2, 3, 4).bottom(9, 9, 9, 2, 3),
        crop.bottom(1, 1, 1).bottom(1, 1, 1));
  }

  private static Blob counted(int... dims) {
    Shape shape = Shape.of(dims);
    return blob(shape, IntStream.range(0, shape.count()).asDoubleStream().toArray());
  }

  @Test
  void cutsFromTheOffsetOn() {
    Blob size = counted(7, 7, 2, 2);
    try (TestLayer crop = make("Crop", options("offset", "[1, 2]"), counted(1, 2, 3, 4), size)) {
      crop.forward();
      assertThat(crop.topShape(0)).isEqualTo(Shape.of(1, 2, 2, 2));
      assertThat(crop.top(0)).containsExactly(6f, 7f, 10f, 11f, 18f, 19f, 22f, 23f);
    }
  }

  @Test
  void putsTheGradientBackAmongZeros() {
    try (TestLayer crop =
        make("Crop", options("axis", 0, "offset", 1), counted(3, 3), counted(1, 2))) {
      crop.forward();
      crop.backward(7, 8);
      assertThat(crop.bottomDiff(0)).containsExactly(0f, 0f, 0f, 0f, 7f, 8f, 0f, 0f, 0f);
    }
  }

  @Test
  void cutsToNothing() {
    try (TestLayer crop =
        make("Crop", options("axis", 0, "offset", 2), counted(2, 2), counted(0, 0))) {
      crop.forward();
      assertThat(crop.topShape(0)).isEqualTo(Shape.of(0, 0));
      crop.backward();
      assertThat(crop.bottomDiff(0)).containsExactly(0f, 0f, 0f, 0f);
    }
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("Crop", options(), counted(0, 1, 3), counted(0, 1, 2))).isEmpty();
  }

  @Test
  void refusesWhatIsNotInside() {
    assertThat(refusal("Crop", options("axis", 1, "offset", 2), counted(1, 3), counted(1, 2)))
        .isEqualTo("axis 1 of bottom 0, [1x3], has no 2 elements after an offset of 2");
    assertThat(refusal("Crop", options("axis", 0), counted(1, 3), counted(1, 4)))
        .isEqualTo("axis 1 of bottom 0, [1x3], has no 4 elements after an offset of 0");
    assertThat(
            refusal(
                "Crop", options("axis", 0, "offset", Integer.MAX_VALUE), counted(1), counted(1)))
        .startsWith("axis 0 of bottom 0, [1], has no 1 elements after an offset of 2147483647");
  }

  @Test
  void refusesAxesAndOffsetsThatDoNotFit() {
    assertThat(refusal("Crop", options("axis", 0), counted(1, 3), counted(3)))
        .isEqualTo(
            "bottom 1 has the shape [3], but must have at least as many axes as bottom 0, [1x3]");
    assertThat(
            refusal("Crop", options("axis", 1, "offset", "[1, 1]"), counted(1, 3), counted(1, 2)))
        .isEqualTo(
            "offset must be given once, or once for each of the 1 axes from axis 1 on, but is given"
                + " 2 times");
    assertThat(refusal("Crop", options(), counted(1, 3), counted(1, 2)))
        .isEqualTo("axis is 2, but the bottom [1x3] has 2 axes");
  }
}
