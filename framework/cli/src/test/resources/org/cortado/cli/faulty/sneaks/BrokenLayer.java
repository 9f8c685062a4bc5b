package sneaks;

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
  public void forward(List<Blob> bottom, List<Blob> top) {
    BrokenLayer.<RuntimeException>sneak(new java.io.IOException("the disk is full"));
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void sneak(Exception e) throws E {
    throw (E) e;
  }
}
