package org.cortado.testkit;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;

/** Says nothing of what it does, nor of its option. */
@LayerType(name = "Silent")
final class SilentLayer implements Layer {

  record Options(float unexplained) {}

  private final float unexplained;

  @Inject
  SilentLayer(Options options) {
    unexplained = options.unexplained();
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshapeLike(bottom.get(0));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    top.get(0).data().write().put(0, unexplained);
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
}
