package org.cortado.api.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.backend.Pooling.Method;
import org.cortado.api.backend.Pooling.Rounding;
import org.cortado.api.blob.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecsTest {

  private static Pooling.Spec pooling(int in, int kernel, int stride, int pad, Rounding rounding) {
    return new Pooling.Spec(
        Shape.of(1, 1, in), Method.MAX, List.of(kernel), List.of(stride), List.of(pad), rounding);
  }

  private static Convolution.Spec convolution(
      int in, int kernel, int stride, int pad, int dilation) {
    return new Convolution.Spec(
        Shape.of(1, 1, in),
        1,
        List.of(kernel),
        List.of(stride),
        List.of(pad),
        List.of(dilation),
        1,
        false);
  }

  /** The first four are worked examples of Caffe's rule; then the corrections. */
  @ParameterizedTest
  @CsvSource({
    "5, 2, 2, 0, 3, 2",
    "112, 3, 2, 0, 56, 55",
    "24, 2, 2, 0, 12, 12",
    "227, 3, 2, 0, 113, 113",
    "3, 2, 2, 1, 2, 2", // the third window would begin in the padding behind
    "4, 2, 2, 1, 3, 3", // here it begins on the last pixel
    "2, 3, 2, 1, 2, 1",
    "2, 3, 2, 0, 1, 0", // larger than the image, but clipped
    "4, 1, 5, 0, 1, 1", // Caffe takes a second, empty window
    "4, 1, 3, 0, 2, 2",
    "1, 1, 1, 0, 1, 1",
    "0, 1, 1, 0, 0, 0"
  })
  void countsThePoolsWindows(int in, int kernel, int stride, int pad, int ceil, int floor) {
    assertThat(pooling(in, kernel, stride, pad, Rounding.CEIL).outputSize(0)).isEqualTo(ceil);
    assertThat(pooling(in, kernel, stride, pad, Rounding.FLOOR).outputSize(0)).isEqualTo(floor);
  }

  @Test
  void letsEveryPoolWindowBeginInTheImageAndReachIt() {
    for (int in = 1; in < 9; in++) {
      for (int kernel = 1; kernel < 6; kernel++) {
        for (int stride = 1; stride < 7; stride++) {
          for (int pad = 0; pad < kernel; pad++) {
            Pooling.Spec spec = pooling(in, kernel, stride, pad, Rounding.CEIL);
            int last = (spec.outputSize(0) - 1) * stride - pad;
            assertThat(last).as("%s", spec).isLessThan(in);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "28, 5, 1, 0, 1, 24",
    "227, 11, 4, 0, 1, 55",
    "27, 5, 1, 2, 1, 27",
    "7, 3, 2, 1, 2, 3",
    "7, 3, 3, 0, 1, 2",
    "2, 3, 1, 0, 1, 0",
    "1, 3, 1, 1, 1, 1"
  })
  void countsTheFiltersPlaces(int in, int kernel, int stride, int pad, int dilation, int out) {
    assertThat(convolution(in, kernel, stride, pad, dilation).outputSize(0)).isEqualTo(out);
  }

  @Test
  void shapesWeightsAndOutputs() {
    Convolution.Spec spec =
        new Convolution.Spec(
            Shape.of(16, 96, 27, 29),
            256,
            List.of(5, 3),
            List.of(1, 2),
            List.of(2, 0),
            List.of(1, 1),
            2,
            true);
    assertThat(spec.output()).isEqualTo(Shape.of(16, 256, 27, 14));
    assertThat(spec.weights()).isEqualTo(Shape.of(256, 48, 5, 3));
    Pooling.Spec pooling =
        new Pooling.Spec(
            Shape.of(2, 3, 5, 6, 7),
            Method.AVE,
            List.of(2, 3, 7),
            List.of(2, 2, 1),
            List.of(0, 0, 0),
            Rounding.CEIL);
    assertThat(pooling.output()).isEqualTo(Shape.of(2, 3, 3, 3, 1));
  }

  /** Exchanging one size at a time would pass through shapes that are too large. */
  @Test
  void shapesWhatFitsThoughTheInputIsLarge() {
    Convolution.Spec spec =
        new Convolution.Spec(
            Shape.of(1, 16, 8192, 8192),
            512,
            List.of(8, 8),
            List.of(8, 8),
            List.of(0, 0),
            List.of(1, 1),
            1,
            false);
    assertThat(spec.output()).isEqualTo(Shape.of(1, 512, 1024, 1024));
    assertThat(spec.weights()).isEqualTo(Shape.of(512, 16, 8, 8));
  }

  @Test
  void keepTheirOwnLists() {
    List<Integer> kernel = new ArrayList<>(List.of(3));
    Pooling.Spec spec =
        new Pooling.Spec(
            Shape.of(1, 1, 5), Method.MAX, kernel, List.of(1), List.of(0), Rounding.CEIL);
    kernel.set(0, 9);
    assertThat(spec.kernel()).containsExactly(3);
  }

  @Test
  void refuseWindowsThatMakeNoSense() {
    refused(
        () -> pooling(5, 2, 1, 2, Rounding.CEIL), "pad must be less than the kernel, 2, but is 2");
    refused(() -> pooling(5, 0, 1, 0, Rounding.CEIL), "kernel must be at least 1, but is [0]");
    refused(() -> convolution(5, 2, 0, 0, 1), "stride must be at least 1, but is [0]");
    refused(() -> convolution(5, 2, 1, -1, 1), "pad must be at least 0, but is [-1]");
    refused(() -> convolution(5, 2, 1, 0, 0), "dilation must be at least 1, but is [0]");
  }

  @Test
  void refuseListsOfTheWrongLength() {
    refused(
        () ->
            new Pooling.Spec(
                Shape.of(1, 1, 5, 5),
                Method.MAX,
                List.of(2),
                List.of(1),
                List.of(0),
                Rounding.CEIL),
        "kernel must have a number for each spatial axis of [1x1x5x5], but is [2]");
  }

  @Test
  void refuseGroupsThatDontDivide() {
    refused(
        () ->
            new Convolution.Spec(
                Shape.of(1, 4, 5), 6, List.of(2), List.of(1), List.of(0), List.of(1), 4, false),
        "4 groups don't divide 4 channels and 6 outputs");
  }

  private static void refused(Runnable making, String message) {
    assertThatExceptionOfType(InvalidLayerException.class)
        .isThrownBy(making::run)
        .withMessage(message);
  }
}
