package org.cortado.engine.timing;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.cortado.api.Phase;
import org.cortado.engine.inspect.NetSummary;
import org.cortado.engine.net.Net;

/**
 * Times a net, its layers one by one and its sweeps as they are in a training.
 *
 * <p>The two take turns, so that what disturbs the machine disturbs both. In the test phase there
 * is no backward sweep, and data layers show their first batch again and again, since the last of a
 * round may be short.
 */
public final class NetTimer {

  private final Net net;
  private final LongSupplier nanos;
  private final List<LayerStopwatch> layers;
  private final Stopwatch forward;
  private final Stopwatch backward;
  private final Stopwatch iteration;

  /**
   * Makes a timer.
   *
   * @param net whose inputs have values, or get them from its data layers
   * @param nanos a clock, in nanoseconds
   */
  public NetTimer(Net net, LongSupplier nanos) {
    this.net = net;
    this.nanos = nanos;
    layers =
        IntStream.range(0, net.layers().size())
            .mapToObj(index -> new LayerStopwatch(net, index, nanos))
            .toList();
    forward = new Stopwatch(nanos);
    backward = new Stopwatch(nanos);
    iteration = new Stopwatch(nanos);
  }

  /** Warms up and measures. */
  public NetTiming time(Budget budget) {
    Stopwatch all = new Stopwatch(nanos);
    while (budget.warmsUp(all.count(), all.total())) {
      all.time(this::run);
    }
    int warmup = all.count();
    forget();
    all.forget();
    while (budget.measures(all.count(), all.total())) {
      net.iteration(warmup + all.count());
      all.time(this::run);
    }
    return timing(new NetTiming.Runs(warmup, all.count()));
  }

  private void run() {
    rewind();
    net.clearParameterDiffs();
    layers.forEach(LayerStopwatch::forward);
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward();
    }
    rewind();
    iteration.time(this::iterate);
  }

  private void rewind() {
    if (net.phase() == Phase.TEST) {
      net.seek(0);
    }
  }

  private void iterate() {
    net.clearParameterDiffs();
    forward.time(net::forward);
    if (net.phase() == Phase.TRAIN) {
      backward.time(net::backward);
    }
  }

  private void forget() {
    layers.forEach(LayerStopwatch::forget);
    forward.forget();
    backward.forget();
    iteration.forget();
  }

  private NetTiming timing(NetTiming.Runs runs) {
    List<LayerTiming> timings = layers.stream().map(LayerStopwatch::timing).toList();
    Work down = timings.stream().map(each -> each.forward().work()).reduce(Work.NONE, Work::plus);
    Work up =
        timings.stream()
            .flatMap(each -> each.backward().stream())
            .map(PassTiming::work)
            .reduce(Work.NONE, Work::plus);
    boolean learns = timings.stream().anyMatch(each -> each.backward().isPresent());
    return new NetTiming(
        net.name(),
        net.phase(),
        NetSummary.of(net).items(),
        runs,
        timings,
        new PassTiming(forward.spread(), down),
        learns ? Optional.of(new PassTiming(backward.spread(), up)) : Optional.empty(),
        new PassTiming(iteration.spread(), down.plus(up)));
  }
}
