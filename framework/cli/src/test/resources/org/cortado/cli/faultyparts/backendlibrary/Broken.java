package backendlibrary;

import com.google.inject.Inject;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.backend.Portable;

public final class Broken implements BackendFactory {

  private final BackendFactory portable;

  @Inject
  Broken(@Portable BackendFactory portable) {
    this.portable = portable;
  }

  @Override
  public String name() {
    return "faulty";
  }

  @Override
  public int rank() {
    return 1000;
  }

  @Override
  public Backend create(int threads) throws UnavailableException {
    System.loadLibrary("spikes");
    return portable.create(threads);
  }
}
