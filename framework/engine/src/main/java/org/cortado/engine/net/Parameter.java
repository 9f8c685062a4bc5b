package org.cortado.engine.net;

import java.util.Optional;
import org.cortado.api.blob.Blob;

/**
 * A learned blob of a net.
 *
 * @param layer the name of the layer that owns it
 * @param index its place among that layer's parameters
 * @param blob the values and their gradient
 * @param lrMult what the learning rate is multiplied by; 0 keeps the values as they are
 * @param decayMult what the weight decay is multiplied by
 * @param maxNorm the greatest L2 norm of the weights of one output; the training's if empty
 */
public record Parameter(
    String layer, int index, Blob blob, float lrMult, float decayMult, Optional<Double> maxNorm) {

  /** Makes one without a greatest norm of its own. */
  public Parameter(String layer, int index, Blob blob, float lrMult, float decayMult) {
    this(layer, index, blob, lrMult, decayMult, Optional.empty());
  }

  /** Returns the name that weight files use: {@code conv1.0}. */
  public String key() {
    return layer + "." + index;
  }
}
