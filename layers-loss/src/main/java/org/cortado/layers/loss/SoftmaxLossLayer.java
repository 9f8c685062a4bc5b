package org.cortado.layers.loss;

import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Prepared;
import org.cortado.api.backend.Softmax;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** The base of a loss over labels whose terms look at the softmax of the scores. */
abstract class SoftmaxLossLayer implements Layer {

  private final int axis;
  private final LabelledLoss loss;
  private final Prepared<Softmax.Spec, Softmax> softmax;
  private final Tensor p;

  SoftmaxLossLayer(LayerContext context, Backend backend, int axis, LabelledLoss loss) {
    this.axis = axis;
    this.loss = loss;
    softmax = new Prepared<>(backend::softmax, Softmax::close);
    p = context.tensor(Shape.of(0));
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    ClassAxis scores = ClassAxis.of(bottom.get(0).shape(), axis);
    loss.reshape(scores, bottom);
    softmax.prepare(scores.softmax());
    p.reshape(scores.shape());
    top.get(0).reshape(Shape.of());
    if (top.size() > 1) {
      top.get(1).reshape(scores.shape());
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    softmax.operation().forward(bottom.get(0).data(), p);
    top.get(0).data().write().put(0, loss.forward(bottom, p));
    if (top.size() > 1) {
      top.get(1).data().copyFrom(p);
    }
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      loss.backward(top.get(0).diff().read().get(0), p, bottom.get(0).diff());
    }
  }

  @Override
  public final void close() {
    softmax.close();
  }
}
