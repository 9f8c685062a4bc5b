package org.cortado.layers.core.vision;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;
import org.cortado.api.window.ReceptiveField;

/**
 * Gives images more pixels, or fewer, without learning.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [N x channels x spatial…]}, no spatial axis empty
 *   <li>top 0, {@code y}: {@code [N x channels x spatial…]}, each spatial size being {@code
 *       output_size}, or {@code ⌊in·scale_factor⌋}. Along each axis, with {@code s} for {@code
 *       1/scale_factor} or {@code in/out}: {@code nearest} takes {@code x} at {@code ⌊s·i⌋}; {@code
 *       bilinear} takes the mean of the two pixels around {@code max(0, s·(i + ½) − ½)}, or with
 *       {@code align_corners} around {@code i·(in − 1)/(out − 1)}, weighted by nearness
 *   <li>backward: each {@code dy} goes to the pixels that it came from, with their weights
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch's Upsample; its {@code linear} and {@code trilinear} are {@code bilinear} over one axis
 * and three. SpatialUpSamplingNearest is {@code nearest}, SpatialUpSamplingBilinear {@code
 * bilinear} with {@code align_corners}. In Caffe a Deconvolution with a {@code bilinear} filler
 * does nearly the same, but for the borders.
 */
@LayerType(
    name = "Upsample",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("gives images more pixels, or fewer, without learning")
public final class UpsampleLayer implements Layer {

  private final UpsampleOptions options;
  private final Parallel parallel;
  private final Prepared<Shape, Resampling> prepared;

  @Inject
  UpsampleLayer(UpsampleOptions options, Backend backend) {
    this.options = options;
    parallel = backend.parallel();
    prepared = new Prepared<>(this::prepare, resampling -> {});
  }

  private Resampling prepare(Shape input) {
    return new Resampling(input.count(0, 2), axes(input), parallel);
  }

  private List<Resampling.Axis> axes(Shape input) {
    List<Resampling.Axis> axes = new ArrayList<>();
    for (int i = 2; i < input.axes(); i++) {
      axes.add(options.axis(i - 2, input.axes() - 2, input.dim(i)));
    }
    return axes;
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape input = bottom.get(0).shape();
    Images.requirePixels(input);
    List<Integer> dims = new ArrayList<>(input.dims().subList(0, 2));
    for (int i = 2; i < input.axes(); i++) {
      dims.add(options.out(i - 2, input.axes() - 2, input.dim(i)));
    }
    top.get(0).reshape(Shape.of(dims));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    prepared.prepare(bottom.get(0).shape()); // not in reshape: it takes memory for each place
    prepared.operation().forward(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      prepared.operation().backward(top.get(0).diff(), bottom.get(0).diff());
    }
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    int pixels = options.mode() == UpsampleOptions.Mode.NEAREST ? 1 : 2;
    List<ReceptiveField.Axis> axes = new ArrayList<>();
    for (int i = 2; i < bottom.get(0).shape().axes(); i++) {
      double step = (double) bottom.get(0).shape().dim(i) / top.get(0).shape().dim(i);
      axes.add(new ReceptiveField.Axis(pixels, step));
    }
    return ReceptiveField.along(axes);
  }
}
