package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_avg_exclude_padding;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_avg_include_padding;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_max;

import java.util.stream.IntStream;
import org.cortado.api.backend.Pooling;

/** A pooling's sizes as oneDNN wants them, and whether it can do it as Caffe does. */
final class PoolingShape {

  private static final int MOST_AXES = 3;

  private final Pooling.Spec spec;
  private final int images;

  /** Makes the sizes for some of a pooling's images. */
  PoolingShape(Pooling.Spec spec, int images) {
    this.spec = spec;
    this.images = images;
  }

  Pooling.Spec spec() {
    return spec;
  }

  /**
   * Returns whether oneDNN gives Caffe's numbers: it can't do windows without a single cell, and in
   * an average it counts either all of a window or its cells inside the image, where Caffe counts
   * those inside image and padding.
   */
  boolean isExactInOneDnn() {
    return spec.spatialAxes() >= 1
        && spec.spatialAxes() <= MOST_AXES
        && spec.input().dims().subList(2, 2 + spec.spatialAxes()).stream().allMatch(in -> in > 0)
        && axes().allMatch(axis -> reach(axis) - spec.kernel().get(axis) < padded(axis))
        && (spec.method() != Pooling.Method.AVE || !hasPadding() || windowsFit());
  }

  private boolean hasPadding() {
    return axes().anyMatch(axis -> spec.pad().get(axis) > 0);
  }

  private boolean windowsFit() {
    return axes().allMatch(axis -> reach(axis) <= padded(axis) + spec.pad().get(axis));
  }

  /** Returns where the last window ends, counted from where the padding begins. */
  private int reach(int axis) {
    return (spec.outputSize(axis) - 1) * spec.stride().get(axis) + spec.kernel().get(axis);
  }

  /** Returns the size of image and padding before it. */
  private int padded(int axis) {
    return spec.input().dim(2 + axis) + spec.pad().get(axis);
  }

  private IntStream axes() {
    return IntStream.range(0, spec.spatialAxes());
  }

  int algorithm() {
    return switch (spec.method()) {
      case MAX -> dnnl_pooling_max;
      case AVE ->
          hasPadding() ? dnnl_pooling_avg_include_padding : dnnl_pooling_avg_exclude_padding;
      case AVE_INSIDE -> dnnl_pooling_avg_exclude_padding;
    };
  }

  long[] source() {
    return Dims.of(spec.input().with(0, images));
  }

  long[] destination() {
    return Dims.of(spec.output().with(0, images));
  }

  long[] strides() {
    return Dims.of(spec.stride());
  }

  long[] kernel() {
    return Dims.of(spec.kernel());
  }

  long[] dilation() {
    return new long[spec.spatialAxes()];
  }

  long[] paddingBefore() {
    return Dims.of(spec.pad());
  }

  /** Returns as much padding as makes the last window fit. */
  long[] paddingAfter() {
    return axes().mapToLong(axis -> Math.max(0, reach(axis) - padded(axis))).toArray();
  }
}
