package org.cortado.layers.core.vision;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Convolution;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;
import org.cortado.api.window.ReceptiveField;
import org.cortado.api.window.WindowAxis;
import org.cortado.api.window.Windows;

/**
 * Writes the elements of each window of an image one below the other, as channels: a convolution is
 * the product of its filters with what comes out.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [… x channels x spatial…]}; the axes before {@code axis}
 *       together count images
 *   <li>top 0, {@code y}: {@code [… x channels·Π kernel x spatial…]}, the elements of a window of
 *       one channel next to each other, row by row; each spatial size being {@code ⌊(in + 2·pad −
 *       (dilation·(kernel − 1) + 1)) / stride⌋ + 1}; 0 where a window reaches into the padding
 *   <li>backward: {@code dx} is the sum of the {@code dy} of all elements that an element of {@code
 *       x} was copied to
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Im2col.
 */
@LayerType(
    name = "Im2col",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("writes the elements of each window of an image as channels")
public final class Im2colLayer implements Layer {

  private final Im2colOptions options;
  private final Unrolling unrolling;
  private Optional<Convolution.Spec> planned = Optional.empty();

  @Inject
  Im2colLayer(Im2colOptions options, Backend backend) {
    this.options = options;
    unrolling = new Unrolling(backend.parallel());
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape input = bottom.get(0).shape();
    Shape images = options.images(input);
    Convolution.Spec spec = options.convolution(images, 1, 1, false);
    options.requireRoom(spec, input);
    int channels = spec.weights().count(); // of one filter
    top.get(0).reshape(options.like(input, spec.output().with(1, channels)));
    planned = Optional.of(spec);
  }

  /** Takes memory for each place of a window, which a net that is only planned needn't. */
  private void prepare() {
    if (planned.isPresent()) {
      Convolution.Spec spec = planned.get();
      unrolling.prepare(spec.input(), new Windows(WindowAxis.of(spec)));
      planned = Optional.empty();
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    prepare();
    unrolling.unroll(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      unrolling.rollUp(top.get(0).diff(), bottom.get(0).diff());
    }
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return ReceptiveField.of(
        WindowAxis.of(options.convolution(options.images(bottom.get(0).shape()), 1, 1, false)));
  }
}
