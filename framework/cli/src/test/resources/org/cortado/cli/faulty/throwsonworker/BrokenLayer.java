package throwsonworker;

import com.google.inject.Inject;
import java.util.List;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import shared.Passing;

@LayerType(name = "faulty:Layer")
public final class BrokenLayer extends Passing {

  private final Backend backend;

  @Inject
  BrokenLayer(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    backend.parallel().forEach(64, 1, (worker, from, to) -> check(worker));
  }

  private static void check(int worker) {
    if (worker > 0) {
      throw new ArithmeticException("out of luck on worker " + worker);
    }
  }
}
