package rankless;

import com.google.inject.Inject;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.backend.Portable;

public final class BrokenBackend implements BackendFactory {

  private final BackendFactory portable;

  @Inject
  BrokenBackend(@Portable BackendFactory portable) {
    this.portable = portable;
  }

  @Override
  public String name() {
    return "faulty";
  }

  @Override
  public int rank() {
    return Integer.parseInt("high");
  }

  @Override
  public Backend create(int threads) throws UnavailableException {
    return portable.create(threads);
  }
}
