package oldinterface;

import com.google.inject.Inject;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;

@LayerType(name = "faulty:Layer")
public final class BrokenLayer implements Layer {

  @Inject
  BrokenLayer() {}

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshapeLike(bottom.get(0));
  }

  /** Is called otherwise once packed, as a method of the API that was given another name. */
  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {}

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
}
