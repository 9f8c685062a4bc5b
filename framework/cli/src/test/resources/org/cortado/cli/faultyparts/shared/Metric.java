package shared;

import java.util.List;
import org.cortado.api.MetricLayer;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** Measures nothing. */
public abstract class Metric implements MetricLayer {

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshape(Shape.of());
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    top.get(0).data().clear();
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
