package org.cortado.engine.watch;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.NetLayer;

/**
 * Counts units of rectifiers that were 0 for every item at each of the last looks.
 *
 * <p>A unit is a channel, an element of axis 1. Rectifiers are the types that have ReLU in their
 * names; those that leak have no zeros to count.
 */
public final class DeadUnits {

  private final WatchOptions options;
  private final Map<String, List<Integer>> looks = new TreeMap<>();

  /** Makes one that has seen nothing. */
  public DeadUnits(WatchOptions options) {
    this.options = options;
  }

  /** Looks at a layer that has just run forward. */
  public Optional<Warning> look(NetLayer layer) {
    if (!layer.type().contains("ReLU") || layer.tops().get(0).shape().axes() < 2) {
      return Optional.empty();
    }
    Tensor top = layer.tops().get(0).data();
    int units = top.shape().dim(1);
    List<Integer> counts = looks.computeIfAbsent(layer.name(), name -> zeros(units));
    if (counts.size() != units) {
      return Optional.empty();
    }
    count(top, counts);
    long dead = counts.stream().filter(count -> count >= options.patience()).count();
    return dead > options.deadShare() * units
        ? Optional.of(warning(layer, dead, units))
        : Optional.empty();
  }

  private static List<Integer> zeros(int units) {
    return new ArrayList<>(Collections.nCopies(units, 0));
  }

  private static void count(Tensor top, List<Integer> counts) {
    for (int unit = 0; unit < counts.size(); unit++) {
      counts.set(unit, isZero(top, unit) ? counts.get(unit) + 1 : 0);
    }
  }

  private static boolean isZero(Tensor top, int unit) {
    Shape shape = top.shape();
    FloatBuffer values = top.read();
    int inner = shape.count(2);
    for (int item = 0; item < shape.dim(0); item++) {
      int first = (item * shape.dim(1) + unit) * inner;
      for (int i = 0; i < inner; i++) {
        if (values.get(first + i) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private Warning warning(NetLayer layer, long dead, int units) {
    return new Warning(
        "dead units/" + layer.name(),
        "%d of %d units of layer '%s' (%s) were 0 for every item at the last %d displays, and no longer learn; a lower base_lr, or a LeakyReLU, may keep them alive"
            .formatted(dead, units, layer.name(), layer.type(), options.patience()));
  }

  /** Returns at how many looks in a row each unit of each layer was 0. */
  Map<String, List<Integer>> looks() {
    return looks;
  }

  /** Goes on from what {@link #looks} returned. */
  void resume(Map<String, List<Integer>> earlier) {
    earlier.forEach((layer, counts) -> looks.put(layer, new ArrayList<>(counts)));
  }
}
