package org.cortado.layers.loss;

import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** The base of a loss over labels whose terms look at the scores themselves. */
abstract class ScoreLossLayer implements Layer {

  private final LabelledLoss loss;

  ScoreLossLayer(Backend backend, LabelOptions options, Term term) {
    loss = new LabelledLoss(options, term, 2, backend.parallel());
  }

  /** Returns which axis of the scores the classes are on. */
  abstract ClassAxis classAxis(Shape scores);

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    loss.reshape(classAxis(bottom.get(0).shape()), bottom);
    top.get(0).reshape(Shape.of());
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    top.get(0).data().write().put(0, loss.forward(bottom, bottom.get(0).data()));
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      float slope = top.get(0).diff().read().get(0);
      loss.backward(slope, bottom.get(0).data(), bottom.get(0).diff());
    }
  }
}
