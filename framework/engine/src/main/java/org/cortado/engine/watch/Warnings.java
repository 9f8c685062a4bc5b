package org.cortado.engine.watch;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;
import org.cortado.engine.update.ParameterNorms;

/** Warns of what looks wrong in the course of a training, of each subject once. */
public final class Warnings {

  private final Net net;
  private final DeadUnits dead;
  private final SmallUpdates small;
  private final Consumer<String> listener;
  private final Set<String> told = new TreeSet<>();

  /**
   * Makes one.
   *
   * @param baseRate the learning rate to begin with
   * @param listener is told
   */
  public Warnings(Net net, WatchOptions options, double baseRate, Consumer<String> listener) {
    this.net = net;
    this.listener = listener;
    dead = new DeadUnits(options);
    small = new SmallUpdates(options.patience(), baseRate);
  }

  /** Looks at the weights that a training begins with. */
  public void begin() {
    EqualWeights.of(net).forEach(this::tell);
  }

  /** Looks at what the first forward sweep of all came to. */
  public void firstSweep() {
    FirstLoss.of(net).forEach(this::tell);
  }

  /** Looks at a layer that has just run forward. */
  public void forwarded(NetLayer layer) {
    dead.look(layer).ifPresent(this::tell);
  }

  /** Looks at an update. */
  public void updated(List<ParameterNorms> norms, double rate) {
    small.look(norms, rate).forEach(this::tell);
  }

  private void tell(Warning warning) {
    if (told.add(warning.subject())) {
      listener.accept(warning.text());
    }
  }

  /** Returns what all this depends on. */
  public WatchState state() {
    return new WatchState(told, dead.looks(), small.looks());
  }

  /** Goes on from an earlier training. */
  public void resume(WatchState state) {
    told.addAll(state.told());
    dead.resume(state.dead());
    small.resume(state.small());
  }
}
