package org.cortado.layers.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class UpsampleLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case twice = layer("Upsample").option("scale_factor", 2);
    Case sized = layer("Upsample").option("output_size", "[3, 5]");
    Case linear = sized.option("mode", "bilinear");
    return Stream.of(
        twice.bottom(2, 2, 2, 3),
        twice.option("mode", "bilinear").bottom(2, 2, 2, 3),
        twice.option("mode", "bilinear").option("align_corners", true).bottom(1, 2, 3, 2),
        layer("Upsample").option("scale_factor", "[1.5, 0.5]").bottom(1, 2, 3, 4),
        sized.bottom(1, 2, 2, 7),
        linear.bottom(1, 2, 4, 3),
        linear.option("align_corners", true).bottom(1, 2, 4, 3),
        twice.option("mode", "bilinear").bottom(2, 1, 3),
        twice.option("mode", "bilinear").bottom(1, 1, 2, 1, 2),
        twice.bottom(1, 1, 1, 1));
  }

  private static Blob image() {
    return blob(Shape.of(1, 1, 2, 2), 1, 2, 3, 4);
  }

  @Test
  void repeatsPixels() {
    assertThat(run("Upsample", options("scale_factor", "[1, 2]"), image()))
        .containsExactly(1f, 1f, 2f, 2f, 3f, 3f, 4f, 4f);
    Blob line = blob(Shape.of(1, 1, 5), 1, 2, 3, 4, 5);
    assertThat(run("Upsample", options("output_size", 3), line)).containsExactly(1f, 2f, 4f);
    assertThat(run("Upsample", options("scale_factor", 1.5), line))
        .containsExactly(1f, 1f, 2f, 3f, 3f, 4f, 5f);
  }

  /** The numbers of PyTorch's manual. */
  @Test
  void mixesPixelsAsTorchDoes() {
    Map<String, Object> options = options("scale_factor", 2, "mode", "bilinear");
    assertThat(run("Upsample", options, image()))
        .containsExactly(
            1f, 1.25f, 1.75f, 2f, 1.5f, 1.75f, 2.25f, 2.5f, 2.5f, 2.75f, 3.25f, 3.5f, 3f, 3.25f,
            3.75f, 4f);
    options.put("align_corners", true);
    assertThat(run("Upsample", options, image()))
        .containsExactly(
            new float[] {
              1f, 1.3333f, 1.6667f, 2f, 1.6667f, 2f, 2.3333f, 2.6667f, 2.3333f, 2.6667f, 3f,
              3.3333f, 3f, 3.3333f, 3.6667f, 4f
            },
            within(1e-4f));
  }

  @Test
  void handsGradientsBackWithTheirWeights() {
    Blob line = blob(Shape.of(1, 1, 2), 1, 2);
    try (TestLayer nearest = make("Upsample", options("scale_factor", 2), line);
        TestLayer linear = make("Upsample", options("scale_factor", 2, "mode", "bilinear"), line)) {
      nearest.forward();
      nearest.backward(1, 10, 100, 1000);
      assertThat(nearest.bottomDiff(0)).containsExactly(11f, 1100f);
      linear.forward();
      linear.backward(1, 4, 40, 100);
      assertThat(linear.bottomDiff(0)).containsExactly(14f, 131f);
    }
  }

  @Test
  void takesABatchOfNothing() {
    try (TestLayer layer = make("Upsample", options("scale_factor", 3), blob(Shape.of(0, 1, 2)))) {
      layer.forward();
      layer.backward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(0, 1, 6));
    }
  }

  private static String refused(Object... options) {
    return refusal("Upsample", options(options), image());
  }

  @Test
  void refusesNoSizeAndTwo() {
    assertThat(refused()).endsWith("give either scale_factor or output_size");
    assertThat(refused("scale_factor", 2, "output_size", 3))
        .endsWith("give either scale_factor or output_size");
  }

  @Test
  void refusesCornersOfTheNearestPixel() {
    assertThat(refused("scale_factor", 2, "align_corners", true))
        .endsWith("align_corners goes with mode bilinear alone");
  }

  @Test
  void refusesAnotherNumberOfNumbersThanOfAxes() {
    assertThat(refused("scale_factor", "[1, 2, 3]"))
        .isEqualTo(
            "scale_factor must have one number, or one for each of the 2 spatial axes, but has 3");
    assertThat(refused("output_size", "[1, 2, 3]"))
        .isEqualTo(
            "output_size must have one number, or one for each of the 2 spatial axes, but has 3");
  }

  @Test
  void refusesToLeaveNothing() {
    assertThat(refused("scale_factor", 0.25)).isEqualTo("scale_factor 0.25 makes 0 pixels of 2");
  }

  @Test
  void refusesImagesWithoutPixels() {
    assertThat(refusal("Upsample", options("scale_factor", 2), blob(Shape.of(1, 0, 0))))
        .isEqualTo("a spatial axis of the bottom [1x0x0] is empty");
  }
}
