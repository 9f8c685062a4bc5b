package org.cortado.layers.core.vision;

import java.util.Set;
import org.cortado.api.LayerTraits;
import org.cortado.api.Reads;
import org.cortado.api.backend.Pooling;

/** Which number stands for a window. */
public enum PoolingMethod {
  /** The greatest. */
  MAX,
  /** The mean. */
  AVE,
  /** Any, the greater the likelier. */
  STOCHASTIC;

  /** Returns the backend's word for it; for stochastic, which no backend knows, any other. */
  Pooling.Method inBackend(boolean countIncludePad) {
    return switch (this) {
      case MAX, STOCHASTIC -> Pooling.Method.MAX;
      case AVE -> countIncludePad ? Pooling.Method.AVE : Pooling.Method.AVE_INSIDE;
    };
  }

  /** Stochastic pooling looks at {@code x} again in the test phase. */
  LayerTraits refine(LayerTraits declared) {
    return this == STOCHASTIC
        ? new LayerTraits(declared.inPlace(), Set.of(Reads.BOTTOM_DATA))
        : declared;
  }
}
