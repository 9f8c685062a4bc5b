package org.cortado.engine.solver;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.LayerType;
import org.cortado.api.MetricLayer;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/** A metric without a value of a batch; that of a round is the number of batches. */
@LayerType(
    name = "test:Curious",
    backwardReads = {},
    noGradient = 0,
    differentiable = false)
@Help("counts batches")
final class CuriousLayer implements MetricLayer {

  /** What a net file says of it. */
  record Options(@Help("what a round is worth") float worth) {}

  private final Options options;
  private int batches;

  @Inject
  CuriousLayer(Options options) {
    this.options = options;
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshape(Shape.of());
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    batches++;
    top.get(0).data().write().put(0, Float.NaN);
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}

  @Override
  public void begin() {
    batches = 0;
  }

  @Override
  public double value(int top) {
    return batches * options.worth();
  }
}
