package org.cortado.layers.core.vision;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Pooling;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/**
 * Puts the greatest number or the mean of each window of an image in the window's place.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [N x channels x spatial…]}
 *   <li>top 0, {@code y}: {@code [N x channels x spatial…]}, each spatial size being {@code (in +
 *       2·pad − kernel) / stride + 1}, rounded up or down, and one less where there is padding and
 *       the last window would begin beyond the image
 *   <li>backward: {@code max} hands {@code dy} to the window's greatest element, the first of equal
 *       ones; {@code ave} spreads it evenly; windows that overlap add
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Pooling, over any number of spatial axes where Caffe has two. As there, {@code ave}
 * divides by the number of the window's cells in the image and its padding.
 */
@LayerType(
    name = "Pooling",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("puts the greatest number or the mean of each window in its place")
public final class PoolingLayer implements Layer {

  private final PoolingOptions options;
  private final Prepared<Pooling.Spec, Pooling> prepared;

  @Inject
  PoolingLayer(PoolingOptions options, Backend backend) {
    this.options = options;
    prepared = new Prepared<>(backend::pooling, Pooling::close);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Pooling.Spec spec = spec(bottom.get(0).shape());
    requireRoom(spec);
    top.get(0).reshape(spec.output());
    prepared.prepare(spec);
  }

  private Pooling.Spec spec(Shape input) {
    if (input.axes() < 3) {
      throw new InvalidLayerException(
          "the bottom must be [N x channels x spatial…], but is " + input);
    }
    int spatialAxes = input.axes() - 2;
    return new Pooling.Spec(
        input,
        options.pool(),
        options.globalPooling()
            ? input.dims().subList(2, input.axes())
            : options.kernel(spatialAxes),
        options.steps(spatialAxes),
        options.padding(spatialAxes),
        options.roundMode());
  }

  private static void requireRoom(Pooling.Spec spec) {
    for (int i = 0; i < spec.spatialAxes(); i++) {
      if (spec.kernel().get(i) < 1 || spec.outputSize(i) < 1) {
        throw new InvalidLayerException(
            "a window of %d is larger than axis %d of the bottom %s with pad %d"
                .formatted(spec.kernel().get(i), 2 + i, spec.input(), spec.pad().get(i)));
      }
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    prepared.operation().forward(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      prepared.operation().backward(top.get(0).diff(), bottom.get(0).diff());
    }
  }

  @Override
  public void close() {
    prepared.close();
  }
}
