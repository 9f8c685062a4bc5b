package org.cortado.api.backend;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the backend that is prepared anew when its spec changed, and only then.
 *
 * @param <S> the spec
 * @param <T> the operation
 */
public final class Prepared<S, T> {

  private final Function<S, T> factory;
  private final Consumer<T> closer;
  private @Nullable S spec;
  private @Nullable T operation;

  /** Makes one that has nothing prepared yet. */
  public Prepared(Function<S, T> factory, Consumer<T> closer) {
    this.factory = factory;
    this.closer = closer;
  }

  /** Makes sure that the operation is that of a spec. */
  public void prepare(S wanted) {
    if (!wanted.equals(spec)) {
      close();
      operation = factory.apply(wanted);
      spec = wanted;
    }
  }

  /** Returns the operation. */
  public T operation() {
    T current = operation;
    if (current == null) {
      throw new IllegalStateException("the layer has not been reshaped, or is closed");
    }
    return current;
  }

  /** Closes the operation, if there is one. */
  public void close() {
    T current = operation;
    spec = null;
    operation = null;
    if (current != null) {
      closer.accept(current);
    }
  }
}
