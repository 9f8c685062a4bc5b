package org.cortado.engine.timing;

import java.util.Optional;

/**
 * How long a layer takes.
 *
 * @param name the layer's name
 * @param type its type
 * @param forward its forward pass
 * @param backward its backward pass, if it has a part in the backward sweep
 */
public record LayerTiming(
    String name, String type, PassTiming forward, Optional<PassTiming> backward) {

  /** Returns the medians of its passes together, in seconds. */
  public double median() {
    return forward.seconds().median() + backward.map(pass -> pass.seconds().median()).orElse(0.0);
  }
}
