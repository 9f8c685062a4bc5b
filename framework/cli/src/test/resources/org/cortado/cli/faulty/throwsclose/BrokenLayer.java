package throwsclose;

import com.google.inject.Inject;
import org.cortado.api.LayerType;
import shared.Passing;

@LayerType(name = "faulty:Layer")
public final class BrokenLayer extends Passing {

  @Inject
  BrokenLayer() {}

  @Override
  public void close() {
    throw new IllegalStateException("nothing to close");
  }
}
