package org.cortado.onednn;

import org.cortado.api.backend.BackendFactory;
import org.junit.jupiter.api.Assumptions;

/** Opens the backend under test, or skips the test where oneDNN's natives are missing. */
final class Natives {

  private Natives() {}

  static OneDnnBackend backend(int threads) {
    try {
      return (OneDnnBackend) new OneDnnBackendFactory().create(threads);
    } catch (BackendFactory.UnavailableException e) {
      return Assumptions.abort("skipped: " + e.getMessage());
    }
  }
}
