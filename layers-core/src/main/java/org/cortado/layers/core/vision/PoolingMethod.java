package org.cortado.layers.core.vision;

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
}
