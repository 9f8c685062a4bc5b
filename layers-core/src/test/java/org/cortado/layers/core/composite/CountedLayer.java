package org.cortado.layers.core.composite;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.LayerType;
import org.cortado.api.MetricLayer;
import org.cortado.api.blob.Blob;
import org.cortado.api.option.Help;

/** A metric that can't be a part. */
@LayerType(name = "test:Counted", differentiable = false)
@Help("counts nothing")
final class CountedLayer implements MetricLayer {

  @Inject
  CountedLayer() {}

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshapeLike(bottom.get(0));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    top.get(0).data().copyFrom(bottom.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}

  @Override
  public void begin() {}

  @Override
  public double value(int top) {
    return 0;
  }
}
