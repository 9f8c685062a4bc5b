package org.cortado.layers.activations;

import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.jspecify.annotations.Nullable;

/** The base of a layer whose function is one of the backend's. */
abstract class FunctionLayer implements Layer {

  private final Backend backend;
  private final Function function;
  private final float alpha;
  private @Nullable Elementwise prepared;
  private boolean backwardFromTop;

  FunctionLayer(Backend backend, Function function, float alpha) {
    this.backend = backend;
    this.function = function;
    this.alpha = alpha;
  }

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshapeLike(bottom.get(0));
    close();
    Elementwise.Spec spec = new Elementwise.Spec(function, alpha, bottom.get(0).count());
    backwardFromTop = spec.backwardFromTop();
    prepared = backend.elementwise(spec);
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    prepared().forward(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      Tensor kept = backwardFromTop ? top.get(0).data() : bottom.get(0).data();
      prepared().backward(kept, top.get(0).diff(), bottom.get(0).diff());
    }
  }

  private Elementwise prepared() {
    Elementwise current = prepared;
    if (current == null) {
      throw new IllegalStateException("reshape comes before forward and backward");
    }
    return current;
  }

  @Override
  public final void close() {
    Elementwise old = prepared;
    prepared = null;
    if (old != null) {
      old.close();
    }
  }
}
