package acme;

import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ForwardingBackend;
import org.cortado.api.backend.InnerProduct;

/** Another backend that counts the inner products that layers prepare. */
final class CountingBackend extends ForwardingBackend {

  static final String NAME = "acme";

  private final Tally tally;

  CountingBackend(Backend other, Tally tally) {
    super(other);
    this.tally = tally;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public InnerProduct innerProduct(InnerProduct.Spec spec) {
    tally.add();
    return super.innerProduct(spec);
  }
}
