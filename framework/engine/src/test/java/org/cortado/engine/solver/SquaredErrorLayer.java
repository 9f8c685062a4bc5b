package org.cortado.engine.solver;

import com.google.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** {@code Σ (y − t)² / 2N}; {@code dy = loss weight · (y − t) / N}. */
@LayerType(name = "SquaredError", bottoms = 2, loss = true, noGradient = 1)
public final class SquaredErrorLayer implements Layer {

  @Inject
  SquaredErrorLayer() {}

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshape(Shape.of());
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    FloatBuffer y = bottom.get(0).data().read();
    FloatBuffer t = bottom.get(1).data().read();
    float sum = 0;
    for (int i = 0; i < y.limit(); i++) {
      sum += (y.get(i) - t.get(i)) * (y.get(i) - t.get(i));
    }
    top.get(0).data().write().put(0, sum / (2 * y.limit()));
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    FloatBuffer y = bottom.get(0).data().read();
    FloatBuffer t = bottom.get(1).data().read();
    FloatBuffer dy = bottom.get(0).diff().write();
    float weight = top.get(0).diff().read().get(0);
    for (int i = 0; i < y.limit(); i++) {
      dy.put(i, weight * (y.get(i) - t.get(i)) / y.limit());
    }
  }
}
