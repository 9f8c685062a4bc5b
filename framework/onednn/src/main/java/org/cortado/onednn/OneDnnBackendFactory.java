package org.cortado.onednn;

import com.google.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.option.Help;

/** Offers the oneDNN backend where the native library can be loaded. */
@Help("Intel's oneDNN, where its native library loads")
public final class OneDnnBackendFactory implements BackendFactory {

  private static final int RANK = 10;
  private static final Logger LOGGER = System.getLogger(OneDnnBackendFactory.class.getName());

  /** Makes one, which loads nothing yet. */
  @Inject
  public OneDnnBackendFactory() {}

  @Override
  public String name() {
    return OneDnnBackend.NAME;
  }

  @Override
  public int rank() {
    return RANK;
  }

  @Override
  public Backend create(int threads) throws UnavailableException {
    try {
      Backend backend = new OneDnnBackend(threads);
      sayThreads(threads);
      return backend;
    } catch (LinkageError | TypeNotPresentException e) {
      throw new UnavailableException("oneDNN's native library doesn't load: " + e.getMessage(), e);
    }
  }

  private static void sayThreads(int threads) {
    int found = NativeThreads.count();
    if (found != 1 && found != threads) {
      LOGGER.log(
          Level.DEBUG,
          "oneDNN uses {0} threads of its own instead of {1}; with OMP_NUM_THREADS=1 in the"
              + " environment it would use those it is given",
          found,
          threads);
    }
  }
}
