package org.cortado.layers.core.composite;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.option.Help;

/** A layer whose forward pass fails. */
@LayerType(name = "test:Crashing")
@Help("fails in forward")
final class CrashingLayer implements Layer {

  @Inject
  CrashingLayer() {}

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshapeLike(bottom.get(0));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
}
