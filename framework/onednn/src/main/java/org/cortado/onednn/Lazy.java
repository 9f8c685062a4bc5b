package org.cortado.onednn;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something native that is made when it is first asked for. */
final class Lazy<T extends Resources.NativeResource> implements AutoCloseable {

  private final Supplier<T> maker;
  private @Nullable T made;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Returns it, made at the first call. */
  T get() {
    T current = made;
    if (current == null) {
      current = maker.get();
      made = current;
    }
    return current;
  }

  /** Closes it, if it was made. */
  @Override
  public void close() {
    T current = made;
    if (current != null) {
      made = null;
      current.close();
    }
  }
}
