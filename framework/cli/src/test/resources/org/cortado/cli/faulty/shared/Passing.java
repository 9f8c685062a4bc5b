package shared;

import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.blob.Blob;

/** Passes its bottom on; packed into every jar. */
public abstract class Passing implements Layer {

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshapeLike(bottom.get(0));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    top.get(0).data().copyFrom(bottom.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    bottom.get(0).diff().copyFrom(top.get(0).diff());
  }
}
