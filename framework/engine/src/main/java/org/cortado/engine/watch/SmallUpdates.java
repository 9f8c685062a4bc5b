package org.cortado.engine.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cortado.engine.update.ParameterNorms;

/**
 * Counts updates that were too small to change weights: less than their 32 bits can tell apart.
 *
 * <p>An update that is small because its rate is, at the end of a schedule or the beginning of a
 * warm-up, is as it should be: they are measured as if made at the rate to begin with, and not at
 * all where the rate is less than a hundredth of that.
 */
public final class SmallUpdates {

  private static final double SMALL = 1e-7;
  private static final double LOW = 0.01;

  private final int patience;
  private final double baseRate;
  private final Map<String, Integer> looks = new TreeMap<>();

  /**
   * Makes one that has seen nothing.
   *
   * @param patience how many in a row are too many
   * @param baseRate the rate to begin with
   */
  public SmallUpdates(int patience, double baseRate) {
    this.patience = patience;
    this.baseRate = baseRate;
  }

  /** Looks at an update; returns what there is to warn of. */
  public List<Warning> look(List<ParameterNorms> norms, double rate) {
    List<Warning> warnings = new ArrayList<>();
    if (rate >= LOW * baseRate && rate > 0) {
      for (ParameterNorms each : norms) {
        double share = each.update() / each.weights() * Math.max(1, baseRate / rate);
        boolean small = share < SMALL; // not so where both are 0
        int count = small ? looks.getOrDefault(each.key(), 0) + 1 : 0;
        looks.put(each.key(), count);
        if (count >= patience) {
          warnings.add(warning(each));
        }
      }
    }
    return warnings;
  }

  private Warning warning(ParameterNorms norms) {
    String what =
        norms.gradient() == 0
            ? "got no gradient at all"
            : "changed by less than 1e-7 of themselves, which 32 bits can hardly tell";
    return new Warning(
        "small updates/" + norms.key(),
        "weights '%s' %s, at each of the last %d displays; they are %s long, their gradient %s"
            .formatted(
                norms.key(),
                what,
                patience,
                Figure.of(norms.weights()),
                Figure.of(norms.gradient())));
  }

  /** Returns how many updates in a row were small, by parameter. */
  Map<String, Integer> looks() {
    return looks;
  }

  /** Goes on from what {@link #looks} returned. */
  void resume(Map<String, Integer> earlier) {
    looks.putAll(earlier);
  }
}
