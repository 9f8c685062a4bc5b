package org.cortado.layers.core.arithmetic;

import java.util.List;
import org.cortado.api.Bottoms;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;

/** The base of a layer that computes each element of its top from that of every bottom. */
abstract class CombiningLayer implements Layer {

  private final ElementwiseLoop loop;
  private List<Tensor> inputs = List.of();

  /** Makes one that computes its top by a kernel. */
  CombiningLayer(Backend backend, ElementwiseLoop.Kernel kernel) {
    loop = new ElementwiseLoop(backend.parallel(), kernel);
  }

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    Bottoms.requireEqual(bottom);
    top.get(0).reshapeLike(bottom.get(0));
    inputs = bottom.stream().map(Blob::data).toList();
    prepareBackward(inputs, top.get(0).diff());
  }

  /** Prepares what backward needs for these tensors; does nothing here. */
  void prepareBackward(List<Tensor> x, Tensor dy) {}

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    loop.run(inputs, top.get(0).data());
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    for (int i = 0; i < bottom.size(); i++) {
      if (propagateDown[i]) {
        backward(top.get(0).diff(), i, bottom.get(i).diff());
      }
    }
  }

  /** Overwrites {@code dx}, the gradient of a bottom. */
  abstract void backward(Tensor dy, int bottom, Tensor dx);
}
