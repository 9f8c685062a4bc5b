package org.cortado.layers.loss;

import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Softmax;
import org.jspecify.annotations.Nullable;

/** The backend's softmax for the scores at hand. */
final class PreparedSoftmax implements AutoCloseable {

  private final Backend backend;
  private @Nullable Softmax softmax;

  PreparedSoftmax(Backend backend) {
    this.backend = backend;
  }

  /** Prepares for scores of another shape. */
  void prepare(ClassAxis scores) {
    close();
    softmax = backend.softmax(scores.softmax());
  }

  Softmax get() {
    Softmax current = softmax;
    if (current == null) {
      throw new IllegalStateException("reshape comes before forward and backward");
    }
    return current;
  }

  @Override
  public void close() {
    Softmax old = softmax;
    softmax = null;
    if (old != null) {
      old.close();
    }
  }
}
