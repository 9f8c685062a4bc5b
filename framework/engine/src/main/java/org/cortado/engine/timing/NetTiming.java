package org.cortado.engine.timing;

import java.util.List;
import java.util.Optional;
import org.cortado.api.Phase;

/**
 * How long the layers of a net take, and how long whole sweeps.
 *
 * @param net the net's name
 * @param phase what it was built for
 * @param items how many items it takes at a time, or 0 where its inputs don't agree
 * @param runs how often it was run
 * @param layers the layers in the order in which they run, splits included
 * @param forward the forward sweep, measured as one
 * @param backward the backward sweep, if there is one
 * @param iteration both, and the clearing of gradients before them: all but the update
 */
public record NetTiming(
    String net,
    Phase phase,
    int items,
    Runs runs,
    List<LayerTiming> layers,
    PassTiming forward,
    Optional<PassTiming> backward,
    PassTiming iteration) {

  /**
   * How often a net was run.
   *
   * @param warmup before anything was measured
   * @param measured layer by layer, and as often in whole sweeps
   */
  public record Runs(int warmup, int measured) {}

  /** Copies the list. */
  public NetTiming {
    layers = List.copyOf(layers);
  }

  /** Returns the medians of all passes of all layers together, in seconds. */
  public double sumOfLayers() {
    return layers.stream().mapToDouble(LayerTiming::median).sum();
  }

  /** Returns how many items go through in a second, by the median; 0 where there is no number. */
  public double itemsPerSecond() {
    return items / iteration.seconds().median();
  }
}
