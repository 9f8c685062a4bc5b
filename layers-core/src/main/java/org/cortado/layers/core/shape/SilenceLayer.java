package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.option.Help;

/**
 * Swallows its bottoms, so that they are no outputs of the net.
 *
 * <ul>
 *   <li>bottoms, {@code x_i}: one or more of any shape
 *   <li>tops: none
 *   <li>backward: {@code dx_i = 0}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Silence.
 */
@LayerType(
    name = "Silence",
    maxBottoms = LayerType.ANY,
    tops = 0,
    bottomNames = "x",
    backwardReads = {})
@Help("swallows its bottoms, so that they are no outputs of the net")
public final class SilenceLayer implements Layer {

  private final Filling filling;

  @Inject
  SilenceLayer(Backend backend) {
    filling = new Filling(backend.parallel());
  }

  /** Does nothing: there are no tops. */
  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {}

  /** Does nothing: there are no tops. */
  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {}

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    for (int i = 0; i < bottom.size(); i++) {
      if (propagateDown[i]) {
        filling.run(bottom.get(i).diff().write(), 0);
      }
    }
  }
}
