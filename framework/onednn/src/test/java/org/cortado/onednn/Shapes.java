package org.cortado.onednn;

import java.util.List;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Shape;

/** Specs of square images and windows. */
final class Shapes {

  private Shapes() {}

  static Convolution.Spec square(
      int images, int channels, int size, int outputs, int kernel, int stride, int pad) {
    return grouped(images, channels, size, outputs, kernel, stride, pad, 1);
  }

  static Convolution.Spec grouped(
      int images,
      int channels,
      int size,
      int outputs,
      int kernel,
      int stride,
      int pad,
      int groups) {
    return new Convolution.Spec(
        Shape.of(images, channels, size, size),
        outputs,
        List.of(kernel, kernel),
        List.of(stride, stride),
        List.of(pad, pad),
        List.of(1, 1),
        groups,
        true);
  }

  static Pooling.Spec pooling(Pooling.Method method, Shape input, int kernel, int stride, int pad) {
    return new Pooling.Spec(
        input,
        method,
        List.of(kernel, kernel),
        List.of(stride, stride),
        List.of(pad, pad),
        Pooling.Rounding.CEIL);
  }
}
