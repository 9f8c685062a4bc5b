package org.cortado.layers.core.arithmetic;

import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;

/** The base of a layer that finds extremes: among its bottoms, or along axes of its only one. */
abstract class ExtremeLayer extends ChoosingLayer {

  private final ExtremeOptions options;
  private final Backend backend;
  private final Extreme among;
  private final Peak along;

  ExtremeLayer(ExtremeOptions options, Backend backend, Extreme among, Peak along) {
    this.options = options;
    this.backend = backend;
    this.among = among;
    this.along = along;
  }

  @Override
  final Layer choose(int bottoms) {
    if (bottoms == 1) {
      return new PeakReduction(options.axes(), options.keepDims(), along, backend);
    }
    if (!options.axes().isEmpty() || options.keepDims()) {
      throw new InvalidLayerException(
          "axes and keep_dims are for one bottom, but there are " + bottoms);
    }
    return new CombiningLayer(backend, among);
  }
}
