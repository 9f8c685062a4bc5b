package org.cortado.layers.activations;

import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;

/** A layer whose function is one of the backend's. */
class FunctionLayer implements Layer {

  private final Function function;
  private final float alpha;
  private final Prepared<Elementwise.Spec, Elementwise> prepared;
  private boolean backwardFromTop;

  FunctionLayer(Backend backend, Function function, float alpha) {
    this.function = function;
    this.alpha = alpha;
    prepared = new Prepared<>(backend::elementwise, Elementwise::close);
  }

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshapeLike(bottom.get(0));
    Elementwise.Spec spec = new Elementwise.Spec(function, alpha, bottom.get(0).count());
    backwardFromTop = spec.backwardFromTop();
    prepared.prepare(spec);
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    prepared.operation().forward(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      Tensor kept = backwardFromTop ? top.get(0).data() : bottom.get(0).data();
      prepared.operation().backward(kept, top.get(0).diff(), bottom.get(0).diff());
    }
  }

  @Override
  public final void close() {
    prepared.close();
  }
}
