package org.cortado.layers.core.vision;

import java.util.List;
import java.util.Optional;

/** The options that say how windows lie, which several layers share by name. */
interface WindowOptions {

  /** Returns the option {@code pad}. */
  List<Integer> pad();

  /** Returns the option {@code kernel_size}. */
  List<Integer> kernelSize();

  /** Returns the option {@code stride}. */
  List<Integer> stride();

  /** Returns the option {@code pad_h}. */
  Optional<Integer> padH();

  /** Returns the option {@code pad_w}. */
  Optional<Integer> padW();

  /** Returns the option {@code kernel_h}. */
  Optional<Integer> kernelH();

  /** Returns the option {@code kernel_w}. */
  Optional<Integer> kernelW();

  /** Returns the option {@code stride_h}. */
  Optional<Integer> strideH();

  /** Returns the option {@code stride_w}. */
  Optional<Integer> strideW();

  /** Returns the size of a window, in whichever form it is given. */
  default SpatialOption kernel() {
    return SpatialOption.kernel(kernelSize(), kernelH(), kernelW());
  }

  /** Returns the steps between windows, in whichever form they are given. */
  default SpatialOption steps() {
    return SpatialOption.of("stride", stride(), strideH(), strideW());
  }

  /** Returns the cells around the image, in whichever form they are given. */
  default SpatialOption padding() {
    return SpatialOption.of("pad", pad(), padH(), padW());
  }
}
