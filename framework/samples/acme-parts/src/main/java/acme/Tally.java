package acme;

import com.google.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the inner products that layers asked for; a service of this plug-in alone. */
final class Tally {

  private final AtomicInteger products = new AtomicInteger();

  @Inject
  Tally() {}

  void add() {
    products.incrementAndGet();
  }

  int products() {
    return products.get();
  }
}
