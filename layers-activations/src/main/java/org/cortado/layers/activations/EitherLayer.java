package org.cortado.layers.activations;

import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.blob.Blob;

/** The base of a layer that leaves its work to one of two, as its options say. */
abstract class EitherLayer implements Layer {

  private final Layer worker;

  EitherLayer(Layer worker) {
    this.worker = worker;
  }

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    worker.reshape(bottom, top);
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    worker.forward(bottom, top);
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    worker.backward(top, propagateDown, bottom);
  }

  @Override
  public final void close() {
    worker.close();
  }
}
