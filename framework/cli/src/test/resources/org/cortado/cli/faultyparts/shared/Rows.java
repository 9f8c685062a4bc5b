package shared;

import java.util.List;
import org.cortado.api.DataLayer;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** Shows two rows of two numbers, again and again. */
public abstract class Rows implements DataLayer {

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshape(Shape.of(2, 2));
    top.get(1).reshape(Shape.of(2));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    top.forEach(each -> each.data().clear());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}

  @Override
  public long itemCount() {
    return 2;
  }

  @Override
  public void seek(long batch) {}
}
