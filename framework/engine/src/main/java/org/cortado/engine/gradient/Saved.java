package org.cortado.engine.gradient;

import org.cortado.api.blob.Tensor;

/** What a tensor held, so that it can hold it again. */
final class Saved {

  private final Tensor tensor;
  private final boolean clear;
  private final float[] values;

  private Saved(Tensor tensor) {
    this.tensor = tensor;
    clear = tensor.isClear();
    values = new float[clear ? 0 : tensor.count()];
    if (!clear) {
      tensor.read().get(0, values);
    }
  }

  static Saved of(Tensor tensor) {
    return new Saved(tensor);
  }

  void restore() {
    if (clear) {
      tensor.clear();
    } else {
      tensor.write().put(0, values);
    }
  }
}
