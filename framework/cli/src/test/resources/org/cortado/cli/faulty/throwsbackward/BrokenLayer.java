package throwsbackward;

import com.google.inject.Inject;
import java.util.List;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import shared.Passing;

@LayerType(name = "faulty:Layer")
public final class BrokenLayer extends Passing {

  @Inject
  BrokenLayer() {}

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    bottom.get(0).shape().dim(7);
  }
}
