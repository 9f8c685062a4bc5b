package org.cortado.engine.net;

import org.cortado.api.blob.Tensor;

/** Where the diff of a top comes from when its layer runs backward. */
enum TopGradient {
  /** The layer above has written it. */
  FROM_ABOVE {
    @Override
    void prepare(Tensor diff, float lossWeight) {}
  },
  /** Nobody writes it. Cleared only now: the memory may have been another blob's until here. */
  NONE {
    @Override
    void prepare(Tensor diff, float lossWeight) {
      diff.clear();
    }
  },
  /** It is the loss weight. */
  LOSS {
    @Override
    void prepare(Tensor diff, float lossWeight) {
      Values.fill(diff, lossWeight);
    }
  },
  /** The loss weight is added to what the caller has written. */
  LOSS_AND_CALLER {
    @Override
    void prepare(Tensor diff, float lossWeight) {
      Values.add(diff, lossWeight);
    }
  };

  abstract void prepare(Tensor diff, float lossWeight);
}
