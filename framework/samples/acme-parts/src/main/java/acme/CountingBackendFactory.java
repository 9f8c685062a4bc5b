package acme;

import com.google.inject.Inject;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.backend.Portable;
import org.cortado.api.option.Help;

/** Offers the {@link CountingBackend}, which is never chosen unless it is asked for. */
@Help("the portable one, which counts inner products")
public final class CountingBackendFactory implements BackendFactory {

  private final BackendFactory portable;
  private final Tally tally;

  @Inject
  CountingBackendFactory(@Portable BackendFactory portable, Tally tally) {
    this.portable = portable;
    this.tally = tally;
  }

  @Override
  public String name() {
    return CountingBackend.NAME;
  }

  @Override
  public int rank() {
    return -1;
  }

  @Override
  public Backend create(int threads) throws UnavailableException {
    return new CountingBackend(portable.create(threads), tally);
  }
}
