package org.cortado.engine.timing;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.cortado.api.Phase;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/** Times one layer of a net. */
final class LayerStopwatch {

  private final Net net;
  private final int index;
  private final NetLayer layer;
  private final Stopwatch forward;
  private final Stopwatch backward;

  LayerStopwatch(Net net, int index, LongSupplier nanos) {
    this.net = net;
    this.index = index;
    layer = net.layers().get(index);
    forward = new Stopwatch(nanos);
    backward = new Stopwatch(nanos);
  }

  void forward() {
    forward.time(() -> net.forward(index, index + 1));
  }

  void backward() {
    if (runsBackward()) {
      backward.time(() -> net.backward(index, index + 1));
    }
  }

  /** A net that is built for tests may have been built so that no gradient can be had. */
  private boolean runsBackward() {
    return net.phase() == Phase.TRAIN && layer.runsBackward();
  }

  void forget() {
    forward.forget();
    backward.forget();
  }

  LayerTiming timing() {
    WorkCount work = new WorkCount(layer);
    return new LayerTiming(
        layer.name(),
        layer.type(),
        new PassTiming(forward.spread(), work.forward()),
        runsBackward()
            ? Optional.of(new PassTiming(backward.spread(), work.backward()))
            : Optional.empty());
  }
}
